package org.escale.word;

import java.util.regex.Pattern;

/**
 * An opaque name of one thing. Every kind of id is a record of its own, so that a centre's id can
 * never be passed for a space's. 1 to 96 characters out of letters, digits and {@code . _ : # -}.
 */
public interface Id {
  /** The shape of every id; what does not match is refused at the door. */
  Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:#-]{0,95}");

  /** The id as text. */
  String value();

  /**
   * Returns {@code value} if it can be an id.
   *
   * @throws IllegalArgumentException if it cannot
   */
  static String checked(String value) {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id");
    }
    return value;
  }
}
