package org.escale.rest;

import java.io.IOException;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.escale.rest.call.Door;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Opens {@code /api} once all of this bundle's resources and extensions are there, so that it is
 * never half open.
 */
@Component(
    service = Servlet.class,
    property = {
      "resource.cardinality.minimum:Integer=" + RestDoor.RESOURCES,
      "extension.cardinality.minimum:Integer=" + RestDoor.EXTENSIONS
    })
@HttpWhiteboardServletName("escale-rest")
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletAsyncSupported
public final class RestDoor implements Servlet {
  static final int RESOURCES = 53;
  static final int EXTENSIONS = 9;

  private final RestServer server;
  private final Servlet servlet;

  /** Opens the door. */
  @Activate
  public RestDoor(
      @Reference(
              name = "resource",
              service = AnyService.class,
              target = "(org.escale.rest=resource)",
              cardinality = ReferenceCardinality.AT_LEAST_ONE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<Object> resources,
      @Reference(
              name = "extension",
              service = AnyService.class,
              target = "(org.escale.rest=extension)",
              cardinality = ReferenceCardinality.AT_LEAST_ONE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<Object> extensions) {
    server = new RestServer(Door.VERSION, resources, extensions);
    servlet = server.servlet();
  }

  /** Closes it. */
  @Deactivate
  void close() {
    server.close();
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    servlet.init(config);
  }

  @Override
  public ServletConfig getServletConfig() {
    return servlet.getServletConfig();
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    servlet.service(request, response);
  }

  @Override
  public String getServletInfo() {
    return "REST";
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }
}
