package org.escale.rest.problem;

import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;

/** Carries a refusal from a resource to the one place that writes problem documents. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** With what was refused; without a stack trace, because it is no failure. */
  public RefusedException(Refusal refusal) {
    super(refusal.code().name(), null, false, false);
    this.refusal = refusal;
  }

  /** A field that is missing or wrong. */
  public static RefusedException field(String name) {
    return new RefusedException(Refusal.of(RefusalCode.INVALID_FIELD, "field", name));
  }

  /** A refusal that its code explains. */
  public static RefusedException of(RefusalCode code) {
    return new RefusedException(Refusal.of(code));
  }

  /** What was refused. */
  public Refusal refusal() {
    return refusal;
  }
}
