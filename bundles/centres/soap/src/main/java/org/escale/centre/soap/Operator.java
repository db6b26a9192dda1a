package org.escale.centre.soap;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.ws.Dispatch;
import javax.xml.ws.Service;
import javax.xml.ws.WebServiceException;
import javax.xml.ws.soap.SOAPBinding;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.jaxws.ServiceImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transport.http.HTTPConduitFactory;
import org.apache.cxf.transport.http.HTTPException;
import org.apache.cxf.transport.http.URLConnectionHTTPConduit;
import org.apache.cxf.transports.http.configuration.ConnectionType;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.escale.libraries.link.Entrance;

/**
 * Carries a message to a service and its answer back, through CXF on a bus of its own. Nothing that
 * a service says is logged. The parser is Woodstox as CXF sets it up, without DTDs and outside
 * entities; its limits: 5 million characters, 100,000 elements, depth 20, 64 KB in one text.
 */
final class Operator implements AutoCloseable {
  static final String NAMESPACE = "urn:escale:centre:1";

  private static final QName SERVICE = new QName(NAMESPACE, "CentreService");
  private static final QName PORT = new QName(NAMESPACE, "CentrePort");
  private static final String STAX = "org.apache.cxf.stax.";
  private static final FaultListener QUIET = (failure, description, message) -> false;
  private static final HTTPConduitFactory WITHOUT_THREADS =
      (transport, bus, endpoint, target) -> new URLConnectionHTTPConduit(bus, endpoint, target);
  private static final Map<String, Object> LIMITS =
      Map.of(
          STAX + "maxElementDepth",
          "20",
          STAX + "maxElementCount",
          "100000",
          STAX + "maxChildElements",
          "20000",
          STAX + "maxAttributeCount",
          "20",
          STAX + "maxTextLength",
          "65536",
          STAX + "maxXMLCharacters",
          "5000000",
          FaultListener.class.getName(),
          QUIET);

  private final Bus bus = new CXFBusFactory().createBus();

  Operator() {
    bus.setProperties(LIMITS);
    bus.setExtension(WITHOUT_THREADS, HTTPConduitFactory.class);
  }

  /** The answer's payload; waits at most the deadline for each portion of it. */
  DOMSource call(Entrance entrance, String operation, DOMSource question) throws LostException {
    var address = entrance.border().origin().toString();
    var service = new ServiceImpl(bus, null, SERVICE, Service.class);
    service.addPort(PORT, SOAPBinding.SOAP11HTTP_BINDING, address);
    var dispatch = service.createDispatch(PORT, DOMSource.class, Service.Mode.PAYLOAD);
    try {
      prepare(dispatch, entrance, operation);
      return dispatch.invoke(question);
    } catch (WebServiceException none) {
      throw understood(none);
    } finally {
      client(dispatch).destroy();
    }
  }

  @Override
  public void close() {
    bus.shutdown(false);
  }

  private static void prepare(Dispatch<DOMSource> dispatch, Entrance entrance, String operation) {
    var context = dispatch.getRequestContext();
    context.put(Dispatch.SOAPACTION_USE_PROPERTY, true);
    context.put(Dispatch.SOAPACTION_URI_PROPERTY, NAMESPACE + "/" + operation);
    context.putAll(LIMITS);
    var conduit = (HTTPConduit) client(dispatch).getConduit();
    var policy = new HTTPClientPolicy();
    var millis = entrance.deadline().toMillis();
    policy.setConnectionTimeout(millis);
    policy.setReceiveTimeout(millis);
    policy.setConnection(ConnectionType.CLOSE);
    policy.setAllowChunking(false);
    policy.setAutoRedirect(false);
    conduit.setClient(policy);
    if (!entrance.username().isEmpty()) {
      var basic = new AuthorizationPolicy();
      basic.setAuthorizationType("Basic");
      basic.setUserName(entrance.username());
      basic.setPassword(entrance.password());
      conduit.setAuthorization(basic);
    }
  }

  private static org.apache.cxf.endpoint.Client client(Dispatch<DOMSource> dispatch) {
    return ((DispatchImpl<DOMSource>) dispatch).getClient();
  }

  private static LostException understood(WebServiceException none) {
    var causes =
        Stream.<Throwable>iterate(none, Objects::nonNull, Throwable::getCause).limit(20).toList();
    var status = causes.stream().filter(HTTPException.class::isInstance).findFirst();
    if (status.isPresent()) {
      return of(((HTTPException) status.get()).getResponseCode());
    }
    if (causes.stream().anyMatch(Operator::isUnconnected)) {
      return LostException.notSent("no connection");
    }
    var fault = causes.stream().filter(SoapFault.class::isInstance).findFirst();
    if (fault.isEmpty() || causes.stream().anyMatch(XMLStreamException.class::isInstance)) {
      return LostException.unanswered("no answer that can be read");
    }
    return blamesUs((SoapFault) fault.get()) ? LostException.blamed() : LostException.faulted();
  }

  private static boolean isUnconnected(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException;
  }

  /** A service that says it is wrong itself may have done it; one that blames us has not. */
  private static boolean blamesUs(SoapFault fault) {
    return Set.of("Client", "Sender").contains(fault.getFaultCode().getLocalPart());
  }

  private static LostException of(int status) {
    return switch (status) {
      case 401, 403, 404, 410 -> LostException.denied("it answers with status " + status);
      default ->
          status >= 500 || status == 429
              ? LostException.unanswered("it answers with status " + status)
              : LostException.garbled("it answers with status " + status);
    };
  }
}
