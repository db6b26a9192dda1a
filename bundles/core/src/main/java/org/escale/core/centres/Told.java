package org.escale.core.centres;

import java.util.List;
import java.util.Map;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.booking.Move;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Space;
import org.escale.spi.store.Effect;

/**
 * What a centre's own system hears of a booking, as the effect that is committed with it.
 *
 * @param number the entry that a move makes; 0 where it is told of the booking as it is
 * @param before the entry that a move takes away
 */
public record Told(BookingId booking, int number, int before) {
  /** The kind of effect. */
  static final String KIND = "centre";

  private static final String NUMBER = "number";
  private static final String BEFORE = "before";

  /** What has to be committed with a booking whose centre keeps a system of its own. */
  public static List<Effect> about(Snapshot snapshot, Booking booking) {
    var key = "centre:" + booking.id() + ":" + booking.state();
    return decidedThere(snapshot, booking)
        ? List.of(new Effect(key, KIND, booking.id().value(), Map.of()))
        : List.of();
  }

  /** What has to be committed with a booking that asks for another time. */
  public static Effect moving(Booking booking, Move move, int before) {
    var key = "centre:" + booking.id() + ":move-" + move.number();
    var details = Map.of(NUMBER, "" + move.number(), BEFORE, "" + before);
    return new Effect(key, KIND, booking.id().value(), details);
  }

  /** Whether a system that is installed decides on the booking's space. */
  public static boolean decidedThere(Snapshot snapshot, Booking booking) {
    return snapshot.get(Space.class, booking.space()).filter(Freshness::decidedThere).isPresent()
        && snapshot.where(InstalledAdapter.class, "centreId", booking.centre()).stream()
            .anyMatch(row -> row.named(booking.space()).isPresent());
  }

  static Told of(Effect effect) {
    return new Told(
        new BookingId(effect.about()),
        Integer.parseInt(effect.details().getOrDefault(NUMBER, "0")),
        Integer.parseInt(effect.details().getOrDefault(BEFORE, "0")));
  }

  /** Whether it is about another time. */
  boolean move() {
    return number > 0;
  }
}
