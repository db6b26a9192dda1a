package org.escale.spi.store;

import java.util.List;
import java.util.Optional;

/** Writes, effects and answer: committed whole or not at all (E2). */
public record Change(String by, Optional<Once> once, List<Write> writes, List<Effect> effects) {
  /** Copies the lists. */
  public Change {
    writes = List.copyOf(writes);
    effects = List.copyOf(effects);
  }

  /** Just these writes, by the platform. */
  public static Change of(Write... writes) {
    return new Change("platform", Optional.empty(), List.of(writes), List.of());
  }
}
