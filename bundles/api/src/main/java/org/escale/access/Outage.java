package org.escale.access;

import java.time.Duration;
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
 * That a centre's box was not heard: kept for ever, as evidence.
 *
 * @param from when it was heard last
 * @param to when it was heard again; empty while it is not
 */
public record Outage(CentreId centre, Instant from, Optional<Instant> to) implements Word {

  /** Centre and beginning. */
  public record OutageId(String value) implements Id {
    /** Checks the shape. */
    public OutageId {
      Id.checked(value);
    }
  }

  /** The same, over. */
  public Outage over(Instant at) {
    return new Outage(centre, from, Optional.of(at.isBefore(from) ? from : at));
  }

  /** How much of it lies in that time, as of {@code now}. */
  public Duration within(TimeSlot time, Instant now) {
    var end = to.orElse(now);
    return from.isBefore(end)
        ? new TimeSlot(from, end).common(time).map(TimeSlot::length).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  @Override
  public OutageId id() {
    return new OutageId(centre.value() + ":" + from.getEpochSecond());
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "state", to.isEmpty() ? "OPEN" : "OVER");
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(from);
  }
}
