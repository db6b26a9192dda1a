package org.escale.centre.caldav;

/**
 * What a link has learned of its server while it was open. Learned again after a restart: until
 * then everything is done as if the server could do nothing.
 */
final class Trust {
  private volatile boolean rangeFindsSeries;
  private volatile boolean tokensIgnored;
  private volatile boolean tokensHeeded;

  /** Whether a query by time finds the later dates of a series too. */
  boolean rangeFindsSeries() {
    return rangeFindsSeries;
  }

  void rangeFindsSeries(boolean found) {
    rangeFindsSeries = found;
  }

  /** Whether the server was seen writing in spite of a token that was never given. */
  boolean tokensIgnored() {
    return tokensIgnored;
  }

  void tokensAreIgnored() {
    tokensIgnored = true;
  }

  /** Whether the server was seen not writing because of such a token. */
  boolean tokensHeeded() {
    return tokensHeeded;
  }

  void tokensAreHeeded() {
    tokensHeeded = true;
  }
}
