package org.escale.soap.server;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.cxf.message.Exchange;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.refusal.RefusalCode;
import org.escale.refusal.RefusalCode.Kind;
import org.escale.service.Audit;
import org.escale.soap.step.Step;

/**
 * Has every change written down, allowed or refused, and every reading that was refused because of
 * who asks, what is asked for or how often; as the REST door does.
 */
final class AuditTrail {
  private static final String TRACE = "org.escale.soap.trace";
  private static final Set<Kind> TOLD =
      EnumSet.of(Kind.UNKNOWN_CALLER, Kind.FORBIDDEN, Kind.MISSING, Kind.LIMITED);
  private static final Set<Operation> CHANGES =
      EnumSet.of(Operation.BOOKING_WRITE, Operation.VISIT_WRITE, Operation.METER);

  private final Audit audit;

  AuditTrail(Audit audit) {
    this.audit = audit;
  }

  /** The name of the request of that exchange; made at its first use. */
  static String trace(Exchange exchange) {
    return (String) exchange.computeIfAbsent(TRACE, key -> UUID.randomUUID().toString());
  }

  void done(Exchange exchange) {
    if (changes(exchange)) {
      audit.done(line(exchange, "DONE"));
    }
  }

  void refused(Exchange exchange, RefusalCode code) {
    if (changes(exchange) || TOLD.contains(code.kind())) {
      audit.refused(line(exchange, code.name()));
    }
  }

  private static boolean changes(Exchange exchange) {
    return Optional.ofNullable(exchange.get(Step.class))
        .filter(step -> step.as().stream().anyMatch(CHANGES::contains))
        .isPresent();
  }

  private static Audit.Line line(Exchange exchange, String outcome) {
    var operation =
        Optional.ofNullable(exchange.get(Step.class)).map(step -> "soap:" + step.name());
    return new Audit.Line(
        Optional.ofNullable(exchange.get(Caller.class)).map(Caller::who),
        operation.orElse("soap"),
        outcome,
        trace(exchange));
  }
}
