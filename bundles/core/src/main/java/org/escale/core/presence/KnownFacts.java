package org.escale.core.presence;

import java.time.Instant;
import java.util.Optional;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.presence.Visit;
import org.escale.spi.visit.VisitFacts;

/**
 * What is known of a visit, for the rule that ends it.
 *
 * @param stopped when the gateway reported the session's end
 * @param checkedOut when somebody checked out
 */
record KnownFacts(Optional<Instant> stopped, Optional<Instant> checkedOut) {
  /** Nobody has ended it. */
  static final KnownFacts NOTHING = new KnownFacts(Optional.empty(), Optional.empty());

  /** Somebody checked out. */
  static KnownFacts checkedOut(Instant at) {
    return new KnownFacts(Optional.empty(), Optional.of(at));
  }

  /** The gateway saw the session end. */
  static KnownFacts stopped(Instant at) {
    return new KnownFacts(Optional.of(at), Optional.empty());
  }

  /** All that the rule may look at; a centre that is closed sets no limit of its own. */
  VisitFacts of(Visit visit, Snapshot snapshot) {
    var longest = visit.startedAt().plus(visit.agreement().terms().longestVisit());
    var closesAt =
        snapshot
            .get(Centre.class, visit.centre())
            .flatMap(centre -> centre.hours().openUntil(visit.startedAt()))
            .orElse(longest);
    return new VisitFacts(
        visit.startedAt(),
        visit.slot().to(),
        closesAt,
        visit.lastSeen(),
        stopped,
        checkedOut,
        visit.agreement().terms());
  }
}
