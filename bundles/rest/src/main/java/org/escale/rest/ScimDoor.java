package org.escale.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.GenericServlet;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.ws.rs.ext.ExceptionMapper;
import org.escale.rest.scim.ScimFailure;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Opens {@code /scim} once all that it needs is there: the same gates as at the other door, and
 * SCIM's own words for a no.
 */
@Component(
    service = Servlet.class,
    property = {
      "resource.cardinality.minimum:Integer=" + ScimDoor.RESOURCES,
      "extension.cardinality.minimum:Integer=" + RestDoor.EXTENSIONS
    })
@HttpWhiteboardServletName("escale-scim")
@HttpWhiteboardServletPattern("/scim/*")
public final class ScimDoor extends GenericServlet {
  static final int RESOURCES = 3;
  private static final String VERSION = "/v2";
  private static final long serialVersionUID = 1L;

  private final transient RestServer server;
  private final transient Servlet servlet;

  /** Opens the door. */
  @Activate
  public ScimDoor(
      @Reference(
              name = "resource",
              service = AnyService.class,
              target = "(org.escale.rest=scim)",
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
    server = server(resources, extensions);
    servlet = server.servlet();
  }

  static RestServer server(List<?> resources, List<?> extensions) {
    var ours = new ArrayList<Object>(extensions);
    ours.removeIf(ExceptionMapper.class::isInstance);
    ours.add(new ScimFailure());
    ours.add(new ScimFailure.OfFramework());
    return new RestServer(VERSION, resources, ours);
  }

  /** Closes it. */
  @Deactivate
  void close() {
    server.close();
  }

  @Override
  public void init() throws ServletException {
    servlet.init(getServletConfig());
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    servlet.service(request, response);
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }
}
