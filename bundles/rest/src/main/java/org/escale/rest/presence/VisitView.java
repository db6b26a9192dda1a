package org.escale.rest.presence;

import java.time.Instant;
import java.util.Optional;
import org.escale.access.Session;
import org.escale.presence.Closing;
import org.escale.presence.Visit;
import org.escale.rest.booking.AgreementView;
import org.escale.rest.call.GuestView;
import org.escale.rest.call.MoneyView;

/**
 * A visit; a closed one says what ended it, by which rule, in words.
 *
 * @param state OPEN or CLOSED
 * @param endedBy what ended it
 * @param rule the rule that said so
 * @param text a sentence for the member
 * @param session the network session, where there is one
 */
public record VisitView(
    String id,
    String state,
    String bookingId,
    String centreId,
    String spaceId,
    GuestView guest,
    Instant startedAt,
    Instant bookedUntil,
    Optional<Instant> lastSeen,
    MoneyView reserved,
    Optional<Instant> endedAt,
    Optional<Closing.By> endedBy,
    Optional<String> rule,
    Optional<String> text,
    Optional<SessionView> session,
    AgreementView terms) {

  /** The network session of a visit, without its key. */
  public record SessionView(
      String id, Session.State state, int segment, Instant from, Instant until) {
    static SessionView of(Session s) {
      return new SessionView(s.id().value(), s.state(), s.segment(), s.from(), s.until());
    }
  }

  /** As kept, with its session and the sentence for its end. */
  static VisitView of(Visit v, Optional<Session> session, Optional<String> text) {
    return new VisitView(
        v.id().value(),
        v.open() ? "OPEN" : "CLOSED",
        v.booking().value(),
        v.centre().value(),
        v.space().value(),
        GuestView.of(v.guest()),
        v.startedAt(),
        v.slot().to(),
        v.lastSeen(),
        MoneyView.of(v.reserved()),
        v.closing().map(Closing::at),
        v.closing().map(Closing::by),
        v.closing().map(c -> c.rule().value()),
        text,
        session.map(SessionView::of),
        AgreementView.of(v.agreement()));
  }
}
