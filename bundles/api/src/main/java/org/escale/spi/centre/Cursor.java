package org.escale.spi.centre;

/** How far a feed was read; means something to that feed alone. At most 4000 characters. */
public record Cursor(String value) {
  private static final int LONGEST = 4000;

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is longer than 4000 characters
   */
  public Cursor {
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException("a cursor has at most 4000 characters");
    }
  }
}
