package org.escale.spi.label;

import java.util.List;
import java.util.Optional;
import org.escale.federation.Criterion;

/** A label earned: its name, 0 to 5 stars, what decided, and the region it speaks for. */
public record Grade(String name, int stars, List<Criterion> evidence, Optional<String> territory) {
  /** Copies the evidence. */
  public Grade {
    evidence = List.copyOf(evidence);
  }
}
