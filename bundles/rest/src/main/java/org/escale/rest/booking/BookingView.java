package org.escale.rest.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.Move;
import org.escale.rest.call.GuestView;

/**
 * A booking with the terms sealed in it.
 *
 * @param guarantee what its centre guarantees, in a sentence; where one booking is asked for
 * @param move another time that its centre's own system is or was asked for
 */
public record BookingView(
    String id,
    Booking.State state,
    String spaceId,
    String centreId,
    Instant from,
    Instant to,
    int people,
    GuestView guest,
    List<LineView> lines,
    Optional<Instant> heldUntil,
    boolean walkIn,
    Optional<String> series,
    Optional<EndView> end,
    Optional<MoveView> move,
    Optional<String> guarantee,
    AgreementView terms) {

  /** So many of an extra. */
  public record LineView(String extraId, int quantity) {}

  /** Who ended it, when and why. */
  public record EndView(String by, Instant at, String reason) {}

  /**
   * Another time: {@code ASKED} until the centre agrees, then it is the booking's own; else {@code
   * REFUSED} with a reason, and the booking stands as it was.
   */
  public record MoveView(
      String state, Instant from, Instant to, Instant until, Optional<String> reason) {
    static MoveView of(Move m) {
      var state = m.asked() ? "ASKED" : "REFUSED";
      return new MoveView(state, m.slot().from(), m.slot().to(), m.until(), m.refused());
    }
  }

  /** As kept. */
  public static BookingView of(Booking b) {
    return of(b, Optional.empty());
  }

  /** As kept, with what is guaranteed. */
  static BookingView of(Booking b, Optional<String> guarantee) {
    return new BookingView(
        b.id().value(),
        b.state(),
        b.space().value(),
        b.centre().value(),
        b.slot().from(),
        b.slot().to(),
        b.people(),
        GuestView.of(b.guest()),
        b.lines().stream().map(l -> new LineView(l.extra().value(), l.quantity())).toList(),
        b.heldUntil(),
        b.walkIn(),
        b.series(),
        b.end().map(e -> new EndView(e.by(), e.at(), e.reason())),
        b.move().filter(m -> b.state().live()).map(MoveView::of),
        guarantee,
        AgreementView.of(b.agreement()));
  }
}
