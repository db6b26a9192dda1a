package org.escale.centre.soap;

import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.DeskAnswer;

/** A call without an answer that can be used; says nothing of what the service said. */
final class LostException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;
  private final transient DeskAnswer answer;
  private final boolean said;

  private LostException(Trouble trouble, DeskAnswer answer, String sentence) {
    this(trouble, answer, sentence, false);
  }

  private LostException(Trouble trouble, DeskAnswer answer, String sentence, boolean said) {
    super(sentence);
    this.trouble = trouble;
    this.answer = answer;
    this.said = said;
  }

  static LostException notSent(String sentence) {
    return new LostException(Trouble.UNAVAILABLE, new DeskAnswer.Unavailable(), sentence);
  }

  static LostException unanswered(String sentence) {
    return new LostException(Trouble.UNAVAILABLE, new DeskAnswer.Unknown(), sentence);
  }

  /** The service itself said that it is wrong, and may have done it all the same. */
  static LostException faulted() {
    var sentence = "the service says that it cannot";
    return new LostException(Trouble.UNAVAILABLE, new DeskAnswer.Unknown(), sentence, true);
  }

  /** The service itself said that we are wrong. */
  static LostException blamed() {
    var sentence = "the service refuses what was asked";
    return new LostException(Trouble.DENIED, new DeskAnswer.Refused("denied"), sentence, true);
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

  /** Whether it is a fault that the service answered: it is there, and does not do this. */
  boolean said() {
    return said;
  }

  /** For who wanted a change. */
  DeskAnswer answer() {
    return answer;
  }
}
