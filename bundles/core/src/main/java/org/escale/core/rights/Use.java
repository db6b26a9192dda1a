package org.escale.core.rights;

import java.util.Optional;
import java.util.Set;
import org.escale.federation.SpaceKind;
import org.escale.word.TimeSlot;

/**
 * What somebody wants to use.
 *
 * @param kind of space, any if empty
 * @param extras kinds of extra
 * @param slot when; for a question about one moment, the second from it on
 */
public record Use(Optional<SpaceKind> kind, Set<String> extras, TimeSlot slot) {
  /** Copies the extras. */
  public Use {
    extras = Set.copyOf(extras);
  }

  /** A space of that kind, without extras. */
  public static Use of(SpaceKind kind, TimeSlot slot) {
    return new Use(Optional.of(kind), Set.of(), slot);
  }
}
