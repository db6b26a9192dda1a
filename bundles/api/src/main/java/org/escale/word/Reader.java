package org.escale.word;

/**
 * Somebody who may read a word: a role together with the one it stands for. A word names its
 * readers, the sight of a caller says which readers that a caller is; what they share is what the
 * caller sees. There is no other rule.
 */
public record Reader(Kind kind, String of) implements Comparable<Reader> {

  /** On whose behalf somebody reads. */
  public enum Kind {
    /** Anybody, also without an account: the public directory. */
    EVERYONE,
    /** The operator of this instance. */
    FEDERATION,
    /** The public authority, which sees figures without persons. */
    AUTHORITY,
    /** The operator of one network. */
    NETWORK,
    /** The reception of one centre. */
    CENTRE,
    /** The administrator of one company. */
    COMPANY,
    /** One person. */
    MEMBER
  }

  /** Anybody. */
  public static final Reader EVERYONE = new Reader(Kind.EVERYONE, "");

  /** The operator of this instance. */
  public static final Reader FEDERATION = new Reader(Kind.FEDERATION, "");

  /** The public authority. */
  public static final Reader AUTHORITY = new Reader(Kind.AUTHORITY, "");

  /** The operator of the network {@code id}. */
  public static Reader network(Id id) {
    return new Reader(Kind.NETWORK, id.value());
  }

  /** The reception of the centre {@code id}. */
  public static Reader centre(Id id) {
    return new Reader(Kind.CENTRE, id.value());
  }

  /** The administrator of the company known by {@code pseudonym}. */
  public static Reader company(Id pseudonym) {
    return new Reader(Kind.COMPANY, pseudonym.value());
  }

  /** The person known by {@code pseudonym}. */
  public static Reader member(Id pseudonym) {
    return new Reader(Kind.MEMBER, pseudonym.value());
  }

  /** {@code centre:cei}: the form in which readers are kept. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + of;
  }

  @Override
  public int compareTo(Reader other) {
    return toString().compareTo(other.toString());
  }
}
