package org.escale.libraries.icalendar;

/** A calendar's text that cannot be read as a whole. Holds nothing of the text. */
public final class UnreadableCalendarException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean flooding;

  private UnreadableCalendarException(String sentence, boolean flooding) {
    super(sentence);
    this.flooding = flooding;
  }

  static UnreadableCalendarException garbled(String sentence) {
    return new UnreadableCalendarException(sentence, false);
  }

  static UnreadableCalendarException flooded(String sentence) {
    return new UnreadableCalendarException(sentence, true);
  }

  /** Whether it is more than the limit, rather than garbage. */
  public boolean flooding() {
    return flooding;
  }
}
