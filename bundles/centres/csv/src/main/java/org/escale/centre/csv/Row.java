package org.escale.centre.csv;

import java.util.List;
import java.util.Optional;
import org.escale.libraries.link.Digest;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Key;
import org.escale.word.TimeSlot;

/**
 * One line of a file that can be used.
 *
 * @param key the row's own name for ever
 */
record Row(String key, TimeSlot slot, Status status) {

  /** What a row says about its time. */
  enum Status {
    /** Taken. */
    BUSY,
    /** Taken for the moment. */
    HELD,
    /** Nobody is there. */
    FREE,
    /** Called off. */
    CANCELLED;

    boolean takes() {
      return this == BUSY || this == HELD;
    }
  }

  ForeignEntry entry() {
    var tentative = status == Status.HELD;
    var revision = Digest.name(slot + " " + tentative);
    return new ForeignEntry(Digest.name(key), revision, List.of(slot), tentative, ours());
  }

  /** The key of a booking that a federation made; empty if the row is the centre's own. */
  Optional<Key> ours() {
    return Key.of(key);
  }

  Row as(Status other) {
    return new Row(key, slot, other);
  }
}
