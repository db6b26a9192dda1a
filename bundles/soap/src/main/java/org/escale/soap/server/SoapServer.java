package org.escale.soap.server;

import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.escale.soap.step.Step;

/**
 * The endpoint, on a bus and a registry of its own, so that no other door shows at its paths. The
 * parser is Woodstox as CXF sets it up, without DTDs and outside entities; its limits: depth 50,
 * 10,000 elements, 500 attributes on one, 64 KB in one text.
 */
final class SoapServer implements AutoCloseable {
  static final String PATH = "/v1/federation";

  private static final String STAX = "org.apache.cxf.stax.";
  private static final FaultListener QUIET = (failure, description, message) -> false;
  private static final Map<String, Object> LIMITS =
      Map.of(
          STAX + "maxElementDepth",
          "50",
          STAX + "maxElementCount",
          "10000",
          STAX + "maxChildElements",
          "5000",
          STAX + "maxAttributeCount",
          "100",
          STAX + "maxAttributeSize",
          "65536",
          STAX + "maxTextLength",
          "65536",
          STAX + "maxXMLCharacters",
          Integer.toString(LimitedRequest.BODY),
          FaultListener.class.getName(),
          QUIET);

  private final Bus bus = new CXFBusFactory().createBus();
  private final DestinationRegistry registry = new DestinationRegistryImpl();
  private final Server server;

  SoapServer(Authentication authentication, AuditTrail trail, List<Step> steps) {
    bus.setProperties(LIMITS);
    var factory = new JaxWsServerFactoryBean();
    factory.setBus(bus);
    factory.setDestinationFactory(new HTTPTransportFactory(registry));
    factory.setAddress(PATH);
    factory.setServiceBean(new FederationEndpoint(steps, trail));
    factory.setProperties(LIMITS);
    factory.getInInterceptors().add(authentication);
    factory.getOutFaultInterceptors().add(new Faults(trail));
    server = factory.create();
  }

  /** CXF's servlet on this bus; it lists no services. */
  CXFNonSpringServlet servlet() {
    var servlet = new CXFNonSpringServlet(registry, false);
    servlet.setBus(bus);
    return servlet;
  }

  @Override
  public void close() {
    server.destroy();
    bus.shutdown(false);
  }
}
