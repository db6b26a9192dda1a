package org.escale.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * That the line of a centre was watched, because a box of it is believed: without it no outage can
 * be seen, and nothing is promised. Kept for ever, as evidence.
 *
 * @param from when the first box was heard
 * @param to when the last was believed no longer; empty while one is
 */
public record Watched(CentreId centre, Instant from, Optional<Instant> to) implements Word {

  /** Centre and beginning. */
  public record WatchedId(String value) implements Id {
    /** Checks the shape. */
    public WatchedId {
      Id.checked(value);
    }
  }

  /** The same, over. */
  public Watched over(Instant at) {
    return new Watched(centre, from, Optional.of(at.isBefore(from) ? from : at));
  }

  /** The part of {@code time} in which it was watched, as of {@code now}. */
  public Optional<TimeSlot> within(TimeSlot time, Instant now) {
    var end = to.orElse(now);
    return from.isBefore(end) ? new TimeSlot(from, end).common(time) : Optional.empty();
  }

  @Override
  public WatchedId id() {
    return new WatchedId(centre.value() + ":" + from.getEpochSecond());
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "state", to.isEmpty() ? "OPEN" : "OVER");
  }
}
