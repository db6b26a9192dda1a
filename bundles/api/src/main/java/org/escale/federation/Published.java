package org.escale.federation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * What was told to everybody about a space: that there is one, or that it is free for a time. It is
 * written anew when that changes, so that the order in which these words were written is the order
 * in which followers have to hear them. What is gone stays as such for a while, for those who come
 * late. The door of open data reads it, and no other.
 *
 * @param free the time; empty where it is about the space itself
 * @param facts a digest of what was said, to see a change by
 * @param gone since when it is no longer so
 */
public record Published(
    PublishedId id, SpaceId space, Optional<TimeSlot> free, String facts, Optional<Instant> gone)
    implements Word {

  /** The same, no longer so. */
  public Published goneAt(Instant now) {
    return new Published(id, space, free, facts, Optional.of(now));
  }

  /** Whether both say the same. */
  public boolean says(Published other) {
    return facts.equals(other.facts) && free.equals(other.free) && gone.equals(other.gone);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("spaceId", space.value());
  }

  @Override
  public Optional<Instant> at() {
    return gone;
  }
}
