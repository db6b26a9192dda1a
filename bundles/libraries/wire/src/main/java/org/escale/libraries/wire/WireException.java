package org.escale.libraries.wire;

/** A question without an answer that can be used. Holds nothing of either. */
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What became of the question. */
  public enum Fate {
    /** It never left. */
    NOT_SENT,
    /** The line was cut before the answer came: it may have been heard. */
    CUT,
    /** It left, and may have been heard. */
    NO_ANSWER,
    /** The answer is larger than its limit. */
    FLOODED,
    /** The address may not be asked, or sends us to one that may not. */
    FORBIDDEN
  }

  private final Fate fate;

  WireException(Fate fate, String sentence) {
    super(sentence);
    this.fate = fate;
  }

  /** What became of it. */
  public Fate fate() {
    return fate;
  }
}
