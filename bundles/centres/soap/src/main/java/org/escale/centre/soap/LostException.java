package org.escale.centre.soap;

import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.DeskAnswer;

/** A call without an answer that can be used; says nothing of what the service said. */
final class LostException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;
  private final transient DeskAnswer answer;

  private LostException(Trouble trouble, DeskAnswer answer, String sentence) {
    super(sentence);
    this.trouble = trouble;
    this.answer = answer;
  }

  static LostException notSent(String sentence) {
    return new LostException(Trouble.UNAVAILABLE, new DeskAnswer.Unavailable(), sentence);
  }

  static LostException unanswered(String sentence) {
    return new LostException(Trouble.UNAVAILABLE, new DeskAnswer.Unknown(), sentence);
  }

  static LostException denied(String sentence) {
    return new LostException(Trouble.DENIED, new DeskAnswer.Refused("denied"), sentence);
  }

  static LostException garbled(String sentence) {
    return new LostException(Trouble.GARBLED, new DeskAnswer.Refused("garbled"), sentence);
  }

  static LostException flooded(String sentence) {
    return new LostException(Trouble.FLOODED, new DeskAnswer.Refused("flooded"), sentence);
  }

  /** For who asked. */
  CentreException trouble() {
    return new CentreException(trouble, getMessage());
  }

  /** For who wanted a change. */
  DeskAnswer answer() {
    return answer;
  }
}
