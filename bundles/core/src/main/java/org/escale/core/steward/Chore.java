package org.escale.core.steward;

import java.time.Instant;
import java.util.Optional;

/** Something that must happen by itself; run by the Steward alone, never twice at once. */
public interface Chore {
  /** When it is due next, by data alone; empty while nothing waits. Cheap: asked every second. */
  Optional<Instant> due();

  /** Does all that is due at {@code now}, whoever was down meanwhile; afterwards nothing is. */
  void run(Instant now);
}
