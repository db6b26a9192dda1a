package org.escale.spi.directory;

/**
 * A directory that cannot be configured, asked or understood. The text is for its operator and
 * holds nothing that the directory said.
 */
public final class DirectoryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is. */
  public enum Trouble {
    /** A setting cannot work. */
    SETTING,
    /** No answer within the deadline, or no connection. */
    UNAVAILABLE,
    /** It does not know us, or does not let us. */
    DENIED,
    /** An answer that cannot be read. */
    GARBLED,
    /** More than the limit. */
    FLOODED
  }

  private final Trouble trouble;

  /** Of that kind, in a sentence without anything the directory said. */
  public DirectoryException(Trouble trouble, String sentence) {
    super(sentence);
    this.trouble = trouble;
  }

  /** The kind. */
  public Trouble trouble() {
    return trouble;
  }
}
