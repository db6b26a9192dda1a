package org.escale.soap.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.escale.caller.Caller;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Pace;
import org.escale.service.SignIn;
import org.escale.soap.call.RefusedException;
import org.w3c.dom.Element;

/** Finds out who sends a message, before its body is read. */
final class Authentication extends AbstractSoapInterceptor {
  private final SignIn signIn;
  private final Pace pace;

  Authentication(SignIn signIn, Pace pace) {
    super(Phase.PRE_PROTOCOL);
    this.signIn = signIn;
    this.pace = pace;
  }

  @Override
  public Set<QName> getUnderstoodHeaders() {
    return Set.of(UsernameToken.HEADER);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    var request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
    if (!request.isSecure() && !(local(request.getRemoteAddr()) && local(request.getLocalAddr()))) {
      throw RefusedException.of(RefusalCode.NOT_ALLOWED);
    }
    var caller = caller(message, request);
    message.getExchange().put(Caller.class, speaking(caller, request));
    paced(pace.count(Pace.Kind.ACCOUNT, caller.who().value()));
  }

  /** Whoever cannot be known is counted by the address, as at the REST door. */
  private Caller caller(SoapMessage message, HttpServletRequest request) {
    try {
      return RefusedException.done(signIn.caller(UsernameToken.secret(header(message))));
    } catch (RefusedException unknown) {
      paced(pace.count(Pace.Kind.ADDRESS, Address.of(request)));
      throw unknown;
    }
  }

  private static Element header(SoapMessage message) {
    var found =
        message.getHeaders().stream()
            .filter(h -> UsernameToken.HEADER.equals(h.getName()))
            .toList();
    if (found.size() > 1) {
      throw RefusedException.of(RefusalCode.MALFORMED_REQUEST);
    }
    return found.stream()
        .map(header -> (Element) header.getObject())
        .findFirst()
        .orElseThrow(() -> RefusedException.of(RefusalCode.NOT_SIGNED_IN));
  }

  private static void paced(Optional<Refusal> tooMany) {
    tooMany.ifPresent(
        refusal -> {
          throw new RefusedException(refusal);
        });
  }

  static boolean local(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Caller speaking(Caller caller, HttpServletRequest request) {
    return Languages.asked(request)
        .map(
            (Locale language) ->
                new Caller(
                    caller.who(), caller.roles(), caller.standing(), caller.scopes(), language))
        .orElse(caller);
  }
}
