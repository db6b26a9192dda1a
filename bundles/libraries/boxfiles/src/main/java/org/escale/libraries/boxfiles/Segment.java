package org.escale.libraries.boxfiles;

/**
 * The channel of one company in the centre.
 *
 * @param number a VLAN number, 2 to 4094
 * @param peers whether its people may reach each other, as the company wants it
 */
public record Segment(int number, boolean peers) {
  private static final int FIRST = 2;
  private static final int LAST = 4094;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if there is no such VLAN
   */
  public Segment {
    Checked.that(number >= FIRST && number <= LAST, "a segment is 2 to 4094");
  }

  /** The bridge that joins its interfaces, and no other's. */
  String bridge() {
    return "seg" + number;
  }
}
