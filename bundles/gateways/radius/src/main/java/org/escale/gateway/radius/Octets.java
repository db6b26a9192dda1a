package org.escale.gateway.radius;

/** What a session sent and received so far; a Stop may say nothing of it. */
record Octets(long up, long down) {
  static final Octets NONE = new Octets(0, 0);

  /** The larger of what was and is told, each way: counters never go back. */
  Octets and(Octets told) {
    return new Octets(Math.max(up, told.up), Math.max(down, told.down));
  }

  /** Whether it is less than what was told before, though it says something. */
  boolean behind(Octets before) {
    return !equals(NONE) && (up < before.up || down < before.down);
  }
}
