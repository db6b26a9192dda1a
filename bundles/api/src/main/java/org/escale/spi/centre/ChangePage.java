package org.escale.spi.centre;

import java.time.Instant;
import java.util.List;

/**
 * What changed.
 *
 * @param next the cursor to go on from
 * @param more whether there is another page already
 * @param reset the cursor is not known any more: forget what was seen and begin without one
 */
public record ChangePage(
    List<ForeignEntry> entries, Cursor next, boolean more, boolean reset, Instant asOf) {
  /** Copies the entries. */
  public ChangePage {
    entries = List.copyOf(entries);
  }

  /** Begin again. */
  public static ChangePage reset(Instant asOf) {
    return new ChangePage(List.of(), new Cursor(""), false, true, asOf);
  }
}
