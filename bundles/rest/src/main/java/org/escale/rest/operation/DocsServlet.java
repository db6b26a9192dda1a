package org.escale.rest.operation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The document of this door as a page to browse, made of our own files only. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("escale-rest-docs")
@HttpWhiteboardServletPattern({"/api/docs", "/api/docs/*"})
public final class DocsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "docs.js", "text/javascript; charset=utf-8",
          "docs.css", "text/css; charset=utf-8");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = Optional.ofNullable(request.getPathInfo()).orElse("");
    if (path.isEmpty()) {
      response.sendRedirect("/api/docs/");
      return;
    }
    var name = path.equals("/") ? "index.html" : path.substring(1);
    if (!TYPES.containsKey(name)) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(TYPES.get(name));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    try (InputStream file = DocsServlet.class.getResourceAsStream("docs/" + name)) {
      response.getOutputStream().write(file.readAllBytes());
    }
  }
}
