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
import org.escale.refusal.RefusalCode;
import org.escale.service.SignIn;
import org.escale.soap.call.RefusedException;
import org.w3c.dom.Element;

/** Finds out who sends a message, before its body is read. */
final class Authentication extends AbstractSoapInterceptor {
  private final SignIn signIn;

  Authentication(SignIn signIn) {
    super(Phase.PRE_PROTOCOL);
    this.signIn = signIn;
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
    var header =
        Optional.ofNullable(message.getHeader(UsernameToken.HEADER))
            .map(found -> (Element) found.getObject())
            .orElseThrow(() -> RefusedException.of(RefusalCode.NOT_SIGNED_IN));
    var caller = RefusedException.done(signIn.caller(UsernameToken.secret(header)));
    message.getExchange().put(Caller.class, speaking(caller, request));
  }

  private static boolean local(String address) {
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
