package org.escale.core.centres;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.ForeignBooking;
import org.escale.adapter.Incident.Kind;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.caller.Sight;
import org.escale.core.rights.People;
import org.escale.federation.Space;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.Key;
import org.escale.spi.store.Calendar;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares three: what we promised, where it was last seen there, and what stands there now. What
 * staff wrote is never removed; only our own entries that no booking stands behind are. Runs on the
 * system's own thread.
 */
@Component(service = Reconciling.class)
public final class Reconciling {
  private static final Set<State> PROMISED = EnumSet.of(State.CONFIRMED, State.CHECKED_IN);
  private static final Set<State> STANDS =
      EnumSet.of(State.PENDING, State.CONFIRMED, State.CHECKED_IN, State.FULFILLED);

  private final Words words;
  private final Calendar calendar;
  private final Verdicts verdicts;
  private final Incidents incidents;
  private final People people;

  /** Compares what stands there. */
  @Activate
  public Reconciling(
      @Reference Words words,
      @Reference Calendar calendar,
      @Reference Verdicts verdicts,
      @Reference Incidents incidents,
      @Reference People people) {
    this.words = words;
    this.calendar = calendar;
    this.verdicts = verdicts;
    this.incidents = incidents;
    this.people = people;
  }

  /** Acts on every difference. */
  void compare(OpenSystem system, Space space, Reading.Seen seen) throws CentreException {
    for (var entry : seen.entries().values()) {
      if (Mirroring.ours(entry, people.issuer()) && !entry.slots().isEmpty()) {
        standing(system, space, entry);
      }
    }
    for (var known : gone(space, seen)) {
      missing(system, known);
    }
  }

  /**
   * Where we stood and no longer do: of what is live in the times that were read, or of some
   * changes those that say so, so that it does not matter how many bookings there ever were.
   */
  private List<ForeignBooking> gone(Space space, Reading.Seen seen) {
    if (seen.everything()) {
      var live = new TimeSlot(seen.asOf().minus(Reading.BEHIND), seen.asOf().plus(Reading.AHEAD));
      return calendar.bookings(space.id(), live).stream()
          .flatMap(id -> words.get(ForeignBooking.class, id, Sight.PLATFORM).stream())
          .map(Kept::word)
          .filter(known -> known.space().equals(space.id()) && gone(seen, known))
          .toList();
    }
    return seen.entries().values().stream()
        .filter(entry -> entry.slots().isEmpty())
        .map(entry -> Query.where("foreign", ForeignBooking.named(space.id(), entry.id())))
        .flatMap(query -> Mirroring.all(words, ForeignBooking.class, query).stream())
        .map(Kept::word)
        .toList();
  }

  private static boolean gone(Reading.Seen seen, ForeignBooking known) {
    return Optional.ofNullable(seen.entries().get(known.foreign()))
        .map(entry -> entry.slots().isEmpty())
        .orElse(true);
  }

  /** An entry of ours: without a booking behind it, or moved by staff. */
  private void standing(OpenSystem system, Space space, ForeignEntry entry) throws CentreException {
    var key = entry.key().orElseThrow();
    var booking = words.get(Booking.class, new BookingId(key.booking()), Sight.PLATFORM);
    var stands = booking.map(Kept::word).filter(b -> STANDS.contains(b.state()));
    if (stands.isEmpty()) {
      remove(system, space, entry);
      return;
    }
    if (key.number() != number(stands.get())) {
      if (stands.get().move().filter(m -> m.asked() && m.number() == key.number()).isEmpty()) {
        remove(system, space, entry);
      }
      return;
    }
    var promised = stands.get();
    if (PROMISED.contains(promised.state()) && !entry.slots().equals(List.of(promised.slot()))) {
      incidents.found(promised, Kind.MOVED, entry.slots().get(0));
    }
  }

  private static void remove(OpenSystem system, Space space, ForeignEntry entry) {
    var ref = system.ref(space.id()).orElseThrow();
    var at = new ForeignRef(ref, entry.key().orElseThrow(), entry.id(), entry.revision());
    system.link().desk().ifPresent(desk -> desk.cancel(at));
  }

  /** Which of its entries is the booking's as it was promised. */
  private int number(Booking booking) {
    return words
        .get(ForeignBooking.class, booking.id(), Sight.PLATFORM)
        .map(kept -> kept.word().number())
        .orElse(0);
  }

  /** An entry of ours that is no longer there; read once more before anybody is told. */
  private void missing(OpenSystem system, ForeignBooking known) throws CentreException {
    var kept = words.get(Booking.class, known.id(), Sight.PLATFORM);
    var desk = system.link().desk();
    var ref = system.ref(known.space());
    var awaited = kept.filter(k -> k.word().state() == State.CONFIRMED);
    if (awaited.isEmpty() || desk.isEmpty() || ref.isEmpty()) {
      return;
    }
    var key = new Key(known.id().value(), known.number(), people.issuer());
    if (desk.get().lookup(ref.get(), key).isEmpty()) {
      verdicts.calledOff(awaited.get());
      incidents.found(awaited.get().word(), Kind.TAKEN_AWAY, awaited.get().word().slot());
    }
  }
}
