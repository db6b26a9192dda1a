package org.escale.tck.centre;

import org.escale.word.TimeSlot;

/**
 * Something that a centre's staff writes into its calendar.
 *
 * @param name how it is found again
 * @param slot when; of a series the first date, of a whole day that day in Europe/Brussels
 * @param summary what it is about, which must never leave the centre
 */
public record StaffEvent(String name, Shape shape, TimeSlot slot, String summary) {

  /** What kind of event it is. */
  public enum Shape {
    /** One time. */
    ONCE,
    /** At the same wall time of Europe/Brussels on four days, the second of them left out. */
    DAILY,
    /** A whole day. */
    WHOLE_DAY,
    /** There, but nobody is busy. */
    TRANSPARENT,
    /** Called off. */
    CANCELLED
  }

  /** Busy once. */
  public static StaffEvent once(String name, TimeSlot slot) {
    return new StaffEvent(name, Shape.ONCE, slot, "staff");
  }
}
