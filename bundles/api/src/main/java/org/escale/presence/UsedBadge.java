package org.escale.presence;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/** A check-in code that let somebody in, and lets nobody in again; seen by the platform alone. */
public record UsedBadge(BadgeId id, Instant usedAt) implements Word {
  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(usedAt);
  }
}
