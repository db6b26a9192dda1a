package org.escale.adapter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.BookingId;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * The centre's own calendar and ours say two things about one booking, and a person has to know.
 *
 * @param slot the time that both want
 * @param instead the nearest equal space that was free when it was found
 * @param settled when it was no longer so, or reception said so
 */
public record Incident(
    IncidentId id,
    CentreId centre,
    SpaceId space,
    BookingId booking,
    Kind kind,
    TimeSlot slot,
    Instant found,
    Optional<SpaceId> instead,
    Optional<Instant> settled)
    implements Word {

  /** What happened, and who keeps the place. */
  public enum Kind {
    /** Staff wrote over a confirmed booking of ours: ours was first and keeps the place. */
    WRITTEN_OVER,
    /** Staff took our entry away: the booking is called off by the centre. */
    TAKEN_AWAY,
    /** Staff moved our entry: the booking holds as it was promised, until both agree. */
    MOVED
  }

  /** The same, settled. */
  public Incident settledAt(Instant now) {
    return new Incident(id, centre, space, booking, kind, slot, found, instead, Optional.of(now));
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "centreId", centre.value(),
        "bookingId", booking.value(),
        "state", settled.isPresent() ? "SETTLED" : "OPEN");
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(found);
  }
}
