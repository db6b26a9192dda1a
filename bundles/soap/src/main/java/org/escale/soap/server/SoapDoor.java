package org.escale.soap.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.escale.service.Audit;
import org.escale.service.Pace;
import org.escale.service.SignIn;
import org.escale.soap.step.AllSteps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * What serves {@code /soap/v1/federation}: POST takes messages, GET with {@code ?wsdl} gives the
 * contract as it stands in this bundle. There is nothing else, and no list of services.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("escale-soap")
@HttpWhiteboardServletPattern("/soap/*")
public final class SoapDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String WRITTEN = "http://127.0.0.1:8181/soap/v1/federation";

  private final transient SoapServer server;
  private final transient CXFNonSpringServlet cxf;
  private final String wsdl = contract();

  /** With who knows the tokens, and all steps. */
  @Activate
  public SoapDoor(
      @Reference SignIn signIn,
      @Reference Pace pace,
      @Reference Audit audit,
      @Reference AllSteps steps) {
    server = new SoapServer(new Authentication(signIn, pace), new AuditTrail(audit), steps.all());
    cxf = server.servlet();
  }

  /** Takes the endpoint away. */
  @Deactivate
  public void close() {
    server.close();
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    cxf.init(config);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!SoapServer.PATH.equals(request.getPathInfo())
        || !"wsdl".equalsIgnoreCase(request.getQueryString())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/xml;charset=UTF-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    var here = request.getRequestURL().toString().replace("&", "&amp;").replace("\"", "&quot;");
    response
        .getOutputStream()
        .write(wsdl.replace(WRITTEN, here.replace("<", "&lt;")).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!SoapServer.PATH.equals(request.getPathInfo())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/")) { // attachments, which no operation has a use for
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    cxf.service(new LimitedRequest(request), response);
  }

  private static String contract() {
    try (var file = SoapDoor.class.getResourceAsStream("/org/escale/soap/federation.wsdl")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the contract is part of this bundle", e);
    }
  }
}
