package org.escale.soap.step;

import static org.escale.caller.Operation.AUTHORISE;
import static org.escale.caller.Operation.METER;
import static org.escale.caller.Operation.VISIT_WRITE;
import static org.escale.soap.call.RefusedException.done;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.escale.access.Session;
import org.escale.booking.BookingId;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.federation.ExtraId;
import org.escale.presence.Authorisation;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Texts;
import org.escale.service.Lookup;
import org.escale.service.Metering;
import org.escale.service.Reception;
import org.escale.soap.call.Answer;
import org.escale.soap.call.Ask;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Authorises, checks in and out, counts extras. */
@Component(service = PresenceSteps.class)
public final class PresenceSteps {
  private static final int LONGEST_EXTRA = 64;
  private static final int LONGEST_KEY = 96;
  private static final int DECIMALS = 3;
  private static final BigDecimal MOST = new BigDecimal(1_000_000);

  private final Reception reception;
  private final Metering metering;
  private final Lookup lookup;

  /** With what receives, what counts and what reads. */
  @Activate
  public PresenceSteps(
      @Reference Reception reception, @Reference Metering metering, @Reference Lookup lookup) {
    this.reception = reception;
    this.metering = metering;
    this.lookup = lookup;
  }

  /** Its operations. */
  public List<Step> all() {
    return List.of(
        Step.of("Authorise", this::authorise, AUTHORISE),
        Step.of("CheckIn", this::checkIn, VISIT_WRITE),
        Step.of("CheckOut", this::checkOut, VISIT_WRITE),
        Step.of("RecordMeterReading", this::read, METER));
  }

  private void authorise(Ask ask, Answer answer) {
    var question =
        new Reception.Question(
            ask.id("memberId", MemberId::new),
            ask.id("centreId", CentreId::new),
            ask.text("extra").map(kind -> ask.text("extra", LONGEST_EXTRA)),
            ask.instant("at"));
    var said = done(reception.authorise(ask.caller(), question));
    answer.field("decision", said.allowed() ? "ALLOWED" : "REFUSED");
    said.refusal()
        .ifPresent(
            no ->
                answer.part(
                    "refusal",
                    no,
                    (at, refusal) ->
                        Views.refusal(at, refusal, Texts.of(refusal, ask.caller().language()))));
    limits(answer, said);
  }

  private static void limits(Answer answer, Authorisation said) {
    answer.maybe("until", said.until());
    Views.pairs(answer, "limit", said.limits());
  }

  private void checkIn(Ask ask, Answer answer) {
    var booking = ask.maybeId("bookingId", BookingId::new);
    var centre = ask.maybeId("centreId", CentreId::new);
    Ask.check("bookingId", booking.isPresent() || centre.isPresent());
    var arrival = new Reception.Arrival(booking, ask.maybeId("memberId", MemberId::new), centre);
    visit(ask, answer, done(reception.checkIn(ask.caller(), arrival)).word());
  }

  private void checkOut(Ask ask, Answer answer) {
    var id = ask.named("visitId", VisitId::new);
    visit(ask, answer, done(reception.checkOut(ask.caller(), id)).word());
  }

  private void visit(Ask ask, Answer answer, Visit visit) {
    var found =
        lookup.list(ask.caller(), Session.class, Query.where("visitId", visit.id().value()));
    Optional<Session> session =
        found instanceof Outcome.Done<Page<Session>> page
            ? page.value().items().stream().map(Kept::word).reduce((first, last) -> last)
            : Optional.empty();
    answer.part(
        "visit", visit, (at, v) -> UsageViews.visit(at, v, session, ask.caller().language()));
  }

  private void read(Ask ask, Answer answer) {
    var reading =
        new Metering.Reading(
            ask.id("visitId", VisitId::new),
            ask.id("extraId", ExtraId::new),
            quantity(ask),
            ask.instant("at"),
            ask.text("producer", LONGEST_KEY));
    var kept = done(metering.read(ask.caller(), reading));
    answer.part("usageRecord", kept.word(), UsageViews::record);
  }

  private static BigDecimal quantity(Ask ask) {
    var amount = ask.needed("quantity", BigDecimal::new);
    Ask.check(
        "quantity",
        amount.signum() > 0 && amount.compareTo(MOST) <= 0 && amount.scale() <= DECIMALS);
    return amount;
  }
}
