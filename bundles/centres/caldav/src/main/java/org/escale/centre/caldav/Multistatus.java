package org.escale.centre.caldav;

import java.util.List;
import java.util.Optional;

/**
 * An answer about many things.
 *
 * @param token of the calendar as it was, from a report of changes
 */
record Multistatus(List<Found> found, Optional<String> token) {
  /** Copies what was found. */
  Multistatus {
    found = List.copyOf(found);
  }
}
