package org.escale.rest.problem;

/** A body that says no, in whatever words its door has. */
public interface Refusing {
  /** The refusal, for a program. */
  String code();
}
