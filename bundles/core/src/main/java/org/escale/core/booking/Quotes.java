package org.escale.core.booking;

import java.util.Map;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.service.BookingOffice.Wanted;
import org.escale.spi.store.Write;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what a booking would be, by the very code that books; nothing is written. */
@Component(service = Quotes.class)
public final class Quotes {
  private final Taking taking;

  /** Drafted there. */
  @Activate
  public Quotes(@Reference Taking taking) {
    this.taking = taking;
  }

  /** The booking with the agreement that would be sealed; refusals as for booking. */
  public Outcome<Booking> booking(
      Caller caller, SpaceId space, TimeSlot slot, Optional<MemberId> member) {
    var wanted =
        new Wanted(
            Optional.empty(), space, slot, member, 1, Map.of(), Optional.empty(), Optional.empty());
    return taking.draft(caller, wanted).map(draft -> written(draft.writes().get(0)));
  }

  private static Booking written(Write write) {
    return (Booking) ((Write.Put) write).word();
  }
}
