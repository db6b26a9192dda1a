package org.escale.spi.directory;

/** How the other platform names an entry; opaque, 1 to 512 characters, shown nowhere. */
public record ForeignId(String value) {
  private static final int LONGEST = 512;

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is empty or longer than 512 characters
   */
  public ForeignId {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new IllegalArgumentException("a foreign id has 1 to 512 characters");
    }
  }

  @Override
  public String toString() {
    return "ForeignId";
  }
}
