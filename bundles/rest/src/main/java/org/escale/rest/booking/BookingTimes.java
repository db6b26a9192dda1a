package org.escale.rest.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.escale.booking.Booking;
import org.escale.federation.Centre;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.rest.call.Call;
import org.escale.rest.call.Need;
import org.escale.rest.call.Slots;
import org.escale.service.Lookup;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the times of a booking, in instants or in the wall time of the centre. */
@Component(service = BookingTimes.class)
public final class BookingTimes {
  private final Lookup lookup;

  /** With what knows the centre's zone. */
  @Activate
  public BookingTimes(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  /** The time of a new booking. */
  TimeSlot of(Call call, BookingOrder order) {
    var zone =
        zone(call, order.space(), order.fromLocal().isPresent(), order.toLocal().isPresent());
    var from = WallTimes.either("from", order.from(), order.fromLocal(), zone);
    var to = WallTimes.either("to", order.to(), order.toLocal(), zone);
    return Slots.of(Need.present("from", from), Need.present("to", to));
  }

  /** The new time of a booking: what is left out stays. */
  TimeSlot of(Call call, Booking booking, BookingMove move) {
    var zone =
        zone(call, booking.space(), move.fromLocal().isPresent(), move.toLocal().isPresent());
    var from = WallTimes.either("from", move.from(), move.fromLocal(), zone);
    var to = WallTimes.either("to", move.to(), move.toLocal(), zone);
    Need.check("from", from.isPresent() || to.isPresent());
    Instant end = to.orElse(booking.slot().to());
    return Slots.of(from.orElse(booking.slot().from()), end);
  }

  private ZoneId zone(Call call, SpaceId id, boolean fromLocal, boolean toLocal) {
    if (!fromLocal && !toLocal) {
      return ZoneOffset.UTC;
    }
    var space = Call.done(lookup.get(call.caller(), Space.class, id)).word();
    var centre = Call.done(lookup.get(call.caller(), Centre.class, space.centre())).word();
    return centre.hours().zone();
  }
}
