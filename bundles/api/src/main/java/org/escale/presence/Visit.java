package org.escale.presence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Agreement;
import org.escale.booking.BookingId;
import org.escale.client.Guest;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * Check-in to check-out of one guest. A guest has at most one open visit (U1); a closed one is
 * final (S3).
 *
 * @param booking the booking it uses; a walk-in makes one at check-in
 * @param slot the space's time as booked
 * @param agreement sealed at booking or check-in
 * @param startedAt effective check-in
 * @param lastSeen last sign of life from the gateway, also where it was told after the end
 * @param reserved what check-in reserved of a credit
 * @param closing how it ended; empty while open
 */
public record Visit(
    VisitId id,
    Guest guest,
    CentreId centre,
    SpaceId space,
    BookingId booking,
    TimeSlot slot,
    Agreement agreement,
    Instant startedAt,
    Optional<Instant> lastSeen,
    Money reserved,
    Optional<Closing> closing)
    implements Word {

  /** Whether the guest is there. */
  public boolean open() {
    return closing.isEmpty();
  }

  /** The same visit, ended. */
  public Visit closed(Closing how) {
    return new Visit(
        id,
        guest,
        centre,
        space,
        booking,
        slot,
        agreement,
        startedAt,
        lastSeen,
        reserved,
        Optional.of(how));
  }

  /** The same visit, seen at {@code at}. */
  public Visit seen(Instant at) {
    return new Visit(
        id,
        guest,
        centre,
        space,
        booking,
        slot,
        agreement,
        startedAt,
        Optional.of(at),
        reserved,
        closing);
  }

  /** The same visit, its space's time moved to another end, with what that reserves. */
  public Visit staying(TimeSlot moved, Agreement agreed, Money held) {
    return new Visit(
        id, guest, centre, space, booking, moved, agreed, startedAt, lastSeen, held, closing);
  }

  /** Seen by the person and the centre; the employer sees usage, not presence (E7). */
  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.member(guest.person()), Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "centreId", centre.value(),
        "guest", guest.person().value(),
        "bookingId", booking.value(),
        "state", open() ? "OPEN" : "CLOSED");
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(startedAt);
  }
}
