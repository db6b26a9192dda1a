package org.escale.core.centres;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.escale.adapter.Incident.Kind;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Sight;
import org.escale.federation.Space;
import org.escale.spi.store.Calendar;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds what staff wrote over what we had promised before, and what is no longer so; of some
 * changes only in the times that they touch. Runs on the system's own thread.
 */
@Component(service = Collisions.class)
public final class Collisions {
  private static final Set<State> PROMISED = EnumSet.of(State.CONFIRMED, State.CHECKED_IN);
  private static final Duration AHEAD = Duration.ofDays(401);

  private final Words words;
  private final Calendar calendar;
  private final Incidents incidents;

  /** Compares what is in that calendar. */
  @Activate
  public Collisions(
      @Reference Words words, @Reference Calendar calendar, @Reference Incidents incidents) {
    this.words = words;
    this.calendar = calendar;
    this.incidents = incidents;
  }

  /** Acts on every difference. */
  void compare(Space space, Reading.Seen seen, List<TimeSlot> touched) {
    var all = new TimeSlot(seen.asOf(), seen.asOf().plus(AHEAD));
    (seen.everything() ? List.of(all) : touched)
        .stream()
            .flatMap(slot -> calendar.bookings(space.id(), slot).stream())
            .distinct()
            .flatMap(id -> words.get(Booking.class, id, Sight.PLATFORM).stream())
            .map(Kept::word)
            .filter(booking -> booking.space().equals(space.id()))
            .filter(booking -> booking.slot().to().isAfter(seen.asOf()))
            .forEach(this::compare);
  }

  /** Acts on what stands over that one. */
  void compare(Booking booking) {
    if (!PROMISED.contains(booking.state())) {
      return;
    }
    calendar.foreign(booking.space(), booking.slot()).stream()
        .findFirst()
        .ifPresentOrElse(
            time -> incidents.found(booking, Kind.WRITTEN_OVER, time),
            () -> incidents.gone(booking, Kind.WRITTEN_OVER));
  }
}
