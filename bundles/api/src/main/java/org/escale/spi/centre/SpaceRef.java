package org.escale.spi.centre;

/** A space as the centre's system names it: a calendar's path, a room's number. */
public record SpaceRef(String value) {
  private static final int LONGEST = 512;

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is empty or longer than 512 characters
   */
  public SpaceRef {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException("a foreign space's name has 1 to 512 characters");
    }
  }
}
