package org.escale.core.boxes;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.escale.access.Box;
import org.escale.access.BoxPlan;
import org.escale.access.GatewayId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where boxes are expected, known, told and heard. Safe for many threads. */
@Component(service = Boxes.class)
public final class BoxOffice implements Boxes {
  private final Enrolling enrolling;
  private final Requests requests;
  private final Telling telling;
  private final Hearing hearing;
  private final Ceding ceding;
  private final Awaiting awaiting;

  /** Of these parts. */
  @Activate
  public BoxOffice(
      @Reference Enrolling enrolling,
      @Reference Requests requests,
      @Reference Telling telling,
      @Reference Hearing hearing,
      @Reference Ceding ceding,
      @Reference Awaiting awaiting) {
    this.enrolling = enrolling;
    this.requests = requests;
    this.telling = telling;
    this.hearing = hearing;
    this.ceding = ceding;
    this.awaiting = awaiting;
  }

  @Override
  public Outcome<Ticket> expect(Caller caller, GatewayId id, CentreId centre, BoxPlan plan) {
    return may(caller, () -> enrolling.expect(caller, id, centre, plan));
  }

  @Override
  public Outcome<Kept<Box>> cede(Caller caller, GatewayId id, int desks, long revision) {
    return may(caller, () -> ceding.cede(caller, id, desks, revision));
  }

  @Override
  public Outcome<Ceded> ceded(Caller caller, CentreId centre) {
    return caller.may(Operation.GATEWAY_READ)
        ? ceding.ceded(caller, centre)
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<GatewayId> revoke(Caller caller, GatewayId id) {
    return may(caller, () -> enrolling.revoke(caller, id));
  }

  @Override
  public Outcome<HubKeys> hubKeys(Caller caller, String host) {
    return may(caller, () -> enrolling.hubKeys(host));
  }

  @Override
  public Outcome<Signed> certificate(Request request) {
    return requests.from(request).then(box -> telling.certificate(box, request.body()));
  }

  @Override
  public Outcome<String> deviceAuthority() {
    return Outcome.done(telling.deviceAuthority());
  }

  @Override
  public Outcome<Enrolled> enrol(String token, String publicKey) {
    return enrolling.enrol(token, publicKey);
  }

  @Override
  public Outcome<Signed> configuration(Request request) {
    return requests.from(request).map(telling::configuration);
  }

  @Override
  public Outcome<Signed> entitlements(Request request) {
    return requests.from(request).map(telling::entitlements);
  }

  @Override
  public CompletionStage<Outcome<Boolean>> changed(Request request, String known) {
    return awaiting.changed(request, known);
  }

  @Override
  public Outcome<GatewayId> beat(Request request, Beat beat) {
    return requests.from(request).then(box -> hearing.beat(box, beat));
  }

  @Override
  public Outcome<Integer> line(Request request, int bytes) {
    return requests.from(request).then(box -> hearing.line(box, bytes));
  }

  @Override
  public Outcome<GatewayId> measure(Caller caller, GatewayId id) {
    return may(caller, () -> hearing.measure(caller, id));
  }

  @Override
  public Outcome<Held> held(Caller caller, GatewayId box) {
    return may(caller, () -> Outcome.done(hearing.held(box)));
  }

  @Override
  public Outcome<Long> seen(Request request, List<Seen> events) {
    return requests.from(request).then(box -> hearing.seen(box, events));
  }

  private static <T> Outcome<T> may(Caller caller, Supplier<Outcome<T>> then) {
    return caller.may(Operation.OPERATE) ? then.get() : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }
}
