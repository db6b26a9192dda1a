package org.escale.box;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The list of entitlements: asked for, kept, gone by, and what it makes needless forgotten, by one
 * at a time. Safe for many threads.
 */
final class Listing {
  /** How long the hub waits for a change is 25 s at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(35);

  /** In between the rounds the list is fetched in less time than in one. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  private static final int CHANGED = 204;
  private static final int SAME = 304;

  private final Home home;
  private final Clock clock;
  private final Line line;
  private final Cuts cuts;

  Listing(Home home, Clock clock, Line line, Cuts cuts) {
    this.home = home;
    this.clock = clock;
    this.line = line;
    this.cuts = cuts;
  }

  /** In a round. */
  void renew(Identity me) throws IOException {
    renew(me, line);
  }

  /**
   * A list knows what the hub had been told, and who had come in, before it was asked for: whoever
   * is not in it any more is cut off.
   */
  private synchronized void renew(Identity me, Line by) throws IOException {
    var list = new Entitlements(home, me);
    long told = new Spool(home).kept();
    long turn = cuts.turn();
    if (list.keep(by.get(me, "entitlements", ""))) {
      new Contact(home).listed(told);
      cuts.by(turn);
    }
  }

  /** Without a list that the hub signed nothing is forgotten. */
  synchronized void forget(Identity me) throws IOException {
    var list = new Entitlements(home, me).list();
    if (list.isPresent()) {
      var needed = new Needed(list.get(), new Contact(home).listed(), clock.instant());
      new Spool(home).forget(needed);
    }
  }

  /**
   * Waits until who is checked in changes, 25 s at most, and renews the list then. Asks nothing
   * while the rounds do not go well: a box that decides alone, or that the hub does not hear, gets
   * its list by a round.
   *
   * @return whether the hub knew, and what it said was so
   */
  boolean follow() throws IOException {
    var me = heard();
    if (me.isEmpty()) {
      return false;
    }
    var list = new Entitlements(home, me.get());
    var known = list.checkedIn();
    int status = line.within(PATIENCE).get(me.get(), "entitlements/after/" + known, "").status();
    if (status == CHANGED && heard().isPresent()) {
      renew(me.get(), line.within(SHORT));
      return !list.checkedIn().equals(known);
    }
    return status == SAME;
  }

  private Optional<Identity> heard() throws IOException {
    boolean well = new Contact(home).well(clock.instant());
    return well ? Identity.of(home) : Optional.empty();
  }
}
