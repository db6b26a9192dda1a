package org.escale.core.billing;

import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.core.booking.Quotes;
import org.escale.core.metering.QuotedRecord;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.service.BillingOffice.Quote;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quotes by the very code that books and rates; nothing is written. */
@Component(service = Quoting.class)
public final class Quoting {
  private final Quotes quotes;
  private final RatingDesk desk;
  private final Snapshots snapshots;

  /** By these. */
  @Activate
  public Quoting(
      @Reference Quotes quotes, @Reference RatingDesk desk, @Reference Snapshots snapshots) {
    this.quotes = quotes;
    this.desk = desk;
    this.snapshots = snapshots;
  }

  /** What it would cost; refused as for booking, or with the reason why it is not rated. */
  Outcome<Quote> quote(Caller caller, SpaceId space, TimeSlot slot, Optional<MemberId> member) {
    return quotes.booking(caller, space, slot, member).then(this::rated);
  }

  private Outcome<Quote> rated(Booking booking) {
    var kind = snapshots.now().get(Space.class, booking.space()).map(Space::kind);
    var verdict = desk.verdict(QuotedRecord.of(booking, kind));
    if (verdict instanceof Verdict.Parked parked) {
      return Outcome.refused(parked.reason());
    }
    var charge = ((Verdict.Priced) verdict).charge();
    return Outcome.done(new Quote(booking.agreement(), charge.amount(), charge.because().text()));
  }
}
