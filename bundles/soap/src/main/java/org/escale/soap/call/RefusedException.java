package org.escale.soap.call;

import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;

/** Carries a refusal to the one place that writes faults. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** With what was refused; without a stack trace, because it is no failure. */
  public RefusedException(Refusal refusal) {
    super(refusal.code().name(), null, false, false);
    this.refusal = refusal;
  }

  /** A refusal that its code explains. */
  public static RefusedException of(RefusalCode code) {
    return new RefusedException(Refusal.of(code));
  }

  /** A field that is missing or wrong. */
  public static RefusedException field(String name) {
    return new RefusedException(Refusal.of(RefusalCode.INVALID_FIELD, "field", name));
  }

  /** The value of an outcome; a refusal becomes a fault. */
  public static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    throw new RefusedException(((Outcome.Refused<T>) outcome).refusal());
  }

  /** What was refused. */
  public Refusal refusal() {
    return refusal;
  }
}
