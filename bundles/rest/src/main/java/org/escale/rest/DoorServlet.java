package org.escale.rest;

import org.apache.cxf.Bus;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** CXF's servlet on a bus that exists already; it lists no services. */
final class DoorServlet extends CXFNonSpringServlet {
  private static final long serialVersionUID = 1L;

  DoorServlet(DestinationRegistry registry, Bus bus) {
    super(registry, false);
    setBus(bus);
  }
}
