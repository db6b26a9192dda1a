package org.escale.rest.call;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.refusal.RefusalCode;
import org.escale.refusal.RefusalCode.Kind;
import org.escale.rest.problem.Refusing;
import org.escale.service.Audit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has every change written down, allowed or refused, and every reading that was refused because of
 * who asks, what is asked for or how often.
 */
@Provider
@Component(service = AuditTrail.class, property = Door.EXTENSION)
public final class AuditTrail implements ContainerResponseFilter {
  private static final Set<Kind> TOLD =
      EnumSet.of(Kind.UNKNOWN_CALLER, Kind.FORBIDDEN, Kind.MISSING, Kind.LIMITED);
  private static final Set<Operation> QUESTIONS = EnumSet.of(Operation.AUTHORISE, Operation.QUOTE);
  private static final Pattern CHOICE = Pattern.compile("\\{([a-z]+): ?[a-z|-]+}");

  private final Audit audit;

  /** Into that book. */
  @Activate
  public AuditTrail(@Reference Audit audit) {
    this.audit = audit;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var exchange = PhaseInterceptorChain.getCurrentMessage().getExchange();
    var method = exchange.get(OperationResourceInfo.class);
    boolean changes = method != null && changes(method);
    if (response.getEntity() instanceof Refusing no) {
      if (changes || TOLD.contains(RefusalCode.valueOf(no.code()).kind())) {
        audit.refused(line(exchange, request, no.code()));
      }
    } else if (changes) {
      audit.done(line(exchange, request, "DONE"));
    }
  }

  private static boolean changes(OperationResourceInfo method) {
    var as = method.getAnnotatedMethod().getAnnotation(Does.class).as();
    boolean asks = as.length > 0 && QUESTIONS.containsAll(Arrays.asList(as));
    return !HttpMethod.GET.equals(method.getHttpMethod()) && !asks;
  }

  private static Audit.Line line(Exchange exchange, ContainerRequestContext request, String said) {
    Optional<AccountId> who =
        Optional.ofNullable(exchange.get(Caller.class))
            .filter(caller -> !caller.equals(Caller.NOBODY))
            .map(Caller::who);
    return new Audit.Line(who, operation(exchange, request), said, Trace.current());
  }

  /** The path as it is published, without ids; a step that stands in it by its name. */
  private static String operation(Exchange exchange, ContainerRequestContext request) {
    var method = exchange.get(OperationResourceInfo.class);
    if (method == null) {
      return "none";
    }
    var path = method.getAnnotatedMethod().getAnnotation(Path.class).value();
    var values = request.getUriInfo().getPathParameters();
    var named = CHOICE.matcher(path).replaceAll(m -> values.getFirst(m.group(1)));
    return method.getHttpMethod() + ":/" + named.replaceAll(": ?[^}/]+}", "}");
  }
}
