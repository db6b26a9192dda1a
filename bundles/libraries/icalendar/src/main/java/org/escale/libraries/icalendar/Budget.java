package org.escale.libraries.icalendar;

/** How much one text may cost: busy times given, and dates gone through to find them. */
final class Budget {
  static final int MOST_SLOTS = 10_000;
  private static final int MOST_STEPS = 250_000;

  private int slots;
  private int steps;

  void slot() throws UnreadableCalendarException {
    if (++slots > MOST_SLOTS) {
      throw UnreadableCalendarException.flooded("the calendar has more than 10,000 busy times");
    }
  }

  void step() throws UnreadableCalendarException {
    if (++steps > MOST_STEPS) {
      throw UnreadableCalendarException.flooded("the calendar's series are too long");
    }
  }
}
