package org.escale.centre.csv;

/** A cell that cannot be used; says why, and nothing of what stands in it. */
final class UnreadableRowException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableRowException(String why) {
    super(why);
  }
}
