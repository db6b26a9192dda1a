package org.escale.spi.directory;

/** How far a directory was read; means something to its link alone. At most 4000 characters. */
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

  @Override
  public String toString() {
    return "Cursor";
  }
}
