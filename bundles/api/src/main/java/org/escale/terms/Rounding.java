package org.escale.terms;

import java.time.Duration;

/** Time is billed in whole steps, each begun step counting; a step of zero bills to the second. */
public record Rounding(Duration step) {
  /** To the second. */
  public static final Rounding EXACT = new Rounding(Duration.ZERO);

  /** Up to the next whole step; a negative time is the opposite of the positive one. */
  public Duration up(Duration time) {
    if (step.isZero()) {
      return time;
    }
    if (time.isNegative()) {
      return up(time.negated()).negated();
    }
    long steps = -Math.floorDiv(-time.toSeconds(), step.toSeconds());
    return step.multipliedBy(steps);
  }
}
