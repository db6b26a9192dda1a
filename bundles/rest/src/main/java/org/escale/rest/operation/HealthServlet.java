package org.escale.rest.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escale.rest.call.Json;
import org.escale.service.Operations;
import org.escale.service.Operations.Part;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Says that the process lives, and whether everything that it needs is up (law E6). */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("escale-rest-health")
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where the web server knows that name, requests get there: its service is there earlier. */
  private static final String DOOR = "escale-rest";

  /** Who knows how we are; this page must answer also while nobody does. */
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile Operations operations;

  /** The answer. */
  public record HealthView(String status, List<Part> parts) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = String.valueOf(request.getPathInfo());
    if (path.equals("/live")) {
      answer(response, 200, new HealthView("UP", List.of()));
    } else if (path.equals("/ready")) {
      var parts = parts();
      boolean up = parts.stream().allMatch(Part::up);
      answer(response, up ? 200 : 503, new HealthView(up ? "UP" : "DOWN", parts));
    } else {
      answer(response, 404, new HealthView("UNKNOWN", List.of()));
    }
  }

  private List<Part> parts() {
    var core = Optional.ofNullable(operations);
    var parts = new ArrayList<>(core.map(Operations::health).orElse(List.of()));
    if (core.isEmpty()) {
      parts.add(new Part("core", false, "starting"));
    }
    boolean open = getServletContext().getNamedDispatcher(DOOR) != null;
    parts.add(new Part("rest", open, open ? "open" : "starting"));
    return parts;
  }

  private static void answer(HttpServletResponse response, int status, HealthView view)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (status == 503) {
      response.setHeader("Retry-After", "1");
    }
    var json = Json.mapper().writeValueAsString(view);
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
