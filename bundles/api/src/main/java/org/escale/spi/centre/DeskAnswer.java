package org.escale.spi.centre;

/** What a centre's desk answers. */
public sealed interface DeskAnswer {

  /** It is as asked. */
  record Done(ForeignRef ref) implements DeskAnswer {}

  /** Something else stands there. */
  record Conflict() implements DeskAnswer {}

  /**
   * The system will not, and repeating does not help.
   *
   * @param code why, from the adapter's own short list; no text of the system
   */
  record Refused(String code) implements DeskAnswer {}

  /** The request left and no answer came: it may or may not have happened. */
  record Unknown() implements DeskAnswer {}

  /** The request did not reach the system: nothing happened. */
  record Unavailable() implements DeskAnswer {}
}
