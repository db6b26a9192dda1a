package org.escale.rest.call;

import java.util.Arrays;
import java.util.Optional;
import javax.annotation.Priority;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.escale.caller.Caller;
import org.escale.caller.Manner;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;
import org.escale.service.Pace;
import org.escale.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out who asks, counts the request, and looks whether this role may at all. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@Component(service = Authentication.class, property = Door.EXTENSION)
public final class Authentication implements ContainerRequestFilter {
  private final SignIn signIn;
  private final Pace pace;

  /** With who knows the tokens. */
  @Activate
  public Authentication(@Reference SignIn signIn, @Reference Pace pace) {
    this.signIn = signIn;
    this.pace = pace;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var message = PhaseInterceptorChain.getCurrentMessage();
    var method = message.getExchange().get(OperationResourceInfo.class);
    var does = method.getAnnotatedMethod().getAnnotation(Does.class);
    var identity = Identity.of(request);
    var caller = caller(identity, does.anybody());
    message.getExchange().put(Caller.class, caller);
    count(caller, Address.of(message));
    if (!caller.equals(Caller.NOBODY)) {
      identity.mustBeMeant(request);
    }
    mayAtAll(caller, does);
    var call =
        new Call(
            caller.in(manner(caller, request)),
            identity.secret(),
            Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_MATCH)),
            request.getUriInfo());
    message.getExchange().put(Call.class, call);
  }

  private Caller caller(Identity identity, boolean anybody) {
    if (identity.secret().isEmpty()) {
      return Caller.NOBODY;
    }
    var outcome = signIn.caller(identity.secret().get());
    if (outcome instanceof Outcome.Refused<Caller> && identity.byCookie() && anybody) {
      return Caller.NOBODY;
    }
    return Call.done(outcome);
  }

  private void count(Caller caller, String address) {
    boolean nobody = caller.equals(Caller.NOBODY);
    Call.paced(
        nobody
            ? pace.count(Pace.Kind.ADDRESS, address)
            : pace.count(Pace.Kind.ACCOUNT, caller.who().value()));
  }

  private static void mayAtAll(Caller caller, Does does) {
    if (does.anybody()) {
      return;
    }
    boolean may = does.as().length == 0 || Arrays.stream(does.as()).anyMatch(caller::may);
    boolean nobody = caller.equals(Caller.NOBODY);
    if (!may || (nobody && does.as().length == 0)) {
      throw RefusedException.of(nobody ? RefusalCode.NOT_SIGNED_IN : RefusalCode.NOT_ALLOWED);
    }
  }

  private static Manner manner(Caller caller, ContainerRequestContext request) {
    var language =
        Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
            .flatMap(Languages::best);
    return new Manner(language.orElse(caller.language()), RequestKeys.of(request));
  }
}
