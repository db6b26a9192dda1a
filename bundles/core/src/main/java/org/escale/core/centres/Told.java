package org.escale.core.centres;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.booking.Move;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Space;
import org.escale.federation.TruthMode;
import org.escale.spi.store.Effect;

/**
 * What a centre's own system hears of a booking, as the effect that is committed with it.
 *
 * @param number the entry that a move makes; 0 where it is told of the booking as it is
 * @param before the entry that a move takes away
 * @param shown whether we have decided already, and the system only shows it to its staff
 */
public record Told(BookingId booking, int number, int before, boolean shown) {
  /** The kind of effect. */
  static final String KIND = "centre";

  private static final String NUMBER = "number";
  private static final String BEFORE = "before";
  private static final String SHOWN = "shown";
  private static final String CENTRE = "centre";
  private static final Set<TruthMode> SHOWN_THERE =
      EnumSet.of(TruthMode.ALLOTMENT, TruthMode.REQUEST);
  private static final Set<State> NOT_YET = EnumSet.of(State.HELD, State.PENDING, State.UNKNOWN);

  /**
   * What has to be committed with a booking whose centre keeps a system of its own: the question
   * where that system decides, else what was decided, for its staff to see.
   */
  public static List<Effect> about(Snapshot snapshot, Booking booking) {
    var key = "centre:" + booking.id() + ":" + booking.state();
    var centre = booking.centre().value();
    if (decidedThere(snapshot, booking)) {
      return List.of(new Effect(key, KIND, booking.id().value(), Map.of(CENTRE, centre)));
    }
    var slot = booking.slot();
    var times = ":" + slot.from().getEpochSecond() + "-" + slot.to().getEpochSecond();
    return isShownThere(snapshot, booking)
        ? List.of(
            new Effect(
                key + times, KIND, booking.id().value(), Map.of(SHOWN, "yes", CENTRE, centre)))
        : List.of();
  }

  /** What has to be committed with a booking that asks for another time. */
  public static Effect moving(Booking booking, Move move, int before) {
    var key = "centre:" + booking.id() + ":move-" + move.number();
    var details =
        Map.of(NUMBER, "" + move.number(), BEFORE, "" + before, CENTRE, booking.centre().value());
    return new Effect(key, KIND, booking.id().value(), details);
  }

  /** Whether a system that is installed decides on the booking's space. */
  public static boolean decidedThere(Snapshot snapshot, Booking booking) {
    return snapshot.get(Space.class, booking.space()).filter(Freshness::decidedThere).isPresent()
        && isNamedThere(snapshot, booking);
  }

  private static boolean isShownThere(Snapshot snapshot, Booking booking) {
    return !NOT_YET.contains(booking.state())
        && snapshot
            .get(Space.class, booking.space())
            .filter(space -> SHOWN_THERE.contains(space.truth()))
            .isPresent()
        && isNamedThere(snapshot, booking);
  }

  private static boolean isNamedThere(Snapshot snapshot, Booking booking) {
    return snapshot.where(InstalledAdapter.class, "centreId", booking.centre()).stream()
        .anyMatch(row -> row.named(booking.space()).isPresent());
  }

  static Told of(Effect effect) {
    return new Told(
        new BookingId(effect.about()),
        Integer.parseInt(effect.details().getOrDefault(NUMBER, "0")),
        Integer.parseInt(effect.details().getOrDefault(BEFORE, "0")),
        effect.details().containsKey(SHOWN));
  }

  /** Whose system hears it; the booking alone where it was committed before centres were noted. */
  static String centre(Effect effect) {
    return effect.details().getOrDefault(CENTRE, effect.about());
  }

  /** Whether it is about another time. */
  boolean move() {
    return number > 0;
  }
}
