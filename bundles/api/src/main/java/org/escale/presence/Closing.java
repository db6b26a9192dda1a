package org.escale.presence;

import java.time.Instant;
import org.escale.terms.RuleRef;

/**
 * How a visit ended.
 *
 * @param at the billed end, as the rule says
 * @param by what ended it
 * @param rule the rule that said so
 * @param text key of the sentence that tells the member
 */
public record Closing(Instant at, By by, RuleRef rule, String text) {

  /** What can end a visit; the first to come does (law S3). */
  public enum By {
    /** The member or the desk. */
    CHECK_OUT,
    /** The gateway saw the session end or lost it. */
    GATEWAY,
    /** Nothing happened for too long. */
    IDLE,
    /** The space's time plus grace. */
    SPACE_TIME_OVER,
    /** The longest visit. */
    LONGEST_VISIT,
    /** The centre closed. */
    CLOSING_TIME,
    /** An administrator. */
    ADMINISTRATOR
  }
}
