package org.escale.centre.caldav;

import java.util.Optional;
import org.escale.spi.centre.Cursor;

/**
 * How far a calendar's changes were read.
 *
 * @param from the token from which on they are being read; empty for all that is there
 * @param to the token with which to go on after the last page of this round
 * @param last the id of the last entry given in this round; empty before the first
 */
record Position(String from, String to, String last) {
  private static final String MARK = "t";
  private static final String SEPARATOR = "\n";
  private static final int PARTS = 3;

  /** Empty if nobody here wrote that. */
  static Optional<Position> of(Cursor cursor) {
    var value = cursor.value();
    var parts = value.startsWith(MARK) ? value.substring(1).split(SEPARATOR, -1) : new String[0];
    return parts.length == PARTS
        ? Optional.of(new Position(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  Cursor cursor() {
    return new Cursor(MARK + String.join(SEPARATOR, from, to, last));
  }

  /** Whether it was given by a feed that is not read any more. */
  boolean isForgetful() {
    return Forgetful.isAlways(from) || Forgetful.isAlways(to);
  }

  /** Whether a round is under way. */
  boolean within() {
    return !last.isEmpty();
  }

  Position after(String id) {
    return new Position(from, to, id);
  }

  /** The beginning of the next round. */
  Position next() {
    return new Position(to, "", "");
  }
}
