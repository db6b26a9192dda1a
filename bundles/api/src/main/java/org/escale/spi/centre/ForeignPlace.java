package org.escale.spi.centre;

/**
 * Something in a centre's system that may be one of our spaces: a calendar, a file, a room.
 *
 * @param ref as every call takes it
 * @param name as the system shows it, else what its ref ends with; 200 characters at most
 */
public record ForeignPlace(SpaceRef ref, String name) {
  private static final int LONGEST = 200;

  /** Takes of the name what can be shown in a line. */
  public ForeignPlace {
    var plain = name.strip().replaceAll("\\p{Cntrl}", " ");
    name = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }
}
