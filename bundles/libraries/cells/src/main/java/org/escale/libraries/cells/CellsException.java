package org.escale.libraries.cells;

/** A file of which nothing is used. Holds nothing of the file. */
public final class CellsException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is the matter with the file. */
  public enum Fault {
    /** It is no CSV, in another charset, or still being written. */
    GARBLED,
    /** It has more rows, or a longer cell, than it may. */
    FLOODED
  }

  private final Fault fault;

  CellsException(Fault fault, String sentence) {
    super(sentence);
    this.fault = fault;
  }

  /** What is the matter. */
  public Fault fault() {
    return fault;
  }
}
