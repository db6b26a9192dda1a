package org.escale.rest;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.escale.rest.call.Json;

/**
 * Everything that one door serves, on a bus and a registry of its own, so that no other door shows
 * at its paths.
 */
final class RestServer implements AutoCloseable {
  private final Bus bus = new CXFBusFactory().createBus();
  private final DestinationRegistry registry = new DestinationRegistryImpl();
  private final Server server;

  /** Serves those resources below that path, with the help of those extensions. */
  RestServer(String path, List<?> resources, List<?> extensions) {
    var providers = new ArrayList<Object>(extensions);
    providers.add(new JacksonJsonProvider(Json.mapper()));
    var factory = new JAXRSServerFactoryBean();
    factory.setBus(bus);
    factory.setDestinationFactory(new HTTPTransportFactory(registry));
    factory.setAddress(path);
    factory.setProviders(providers);
    factory.setServiceBeans(new ArrayList<>(resources));
    factory.setProperties(Map.of("org.apache.cxf.propagate.exception", "false"));
    server = factory.create();
  }

  /** The servlet through which it is reached. */
  Servlet servlet() {
    return new DoorServlet(registry, bus);
  }

  @Override
  public void close() {
    server.destroy();
    bus.shutdown(false);
  }
}
