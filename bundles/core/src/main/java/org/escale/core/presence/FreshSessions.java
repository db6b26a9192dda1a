package org.escale.core.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.access.Session;
import org.escale.caller.Caller;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.sessions.Grants;
import org.escale.core.sessions.Segments;
import org.escale.core.snapshot.Snapshots;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens a fresh session for a visit whose session was ended: another key, the same company's
 * channel, the same absolute end. Not before it is proven that the one before is over: gear that
 * knows sessions by their person would cut the fresh one with it. Safe for many threads.
 */
@Component(service = FreshSessions.class)
public final class FreshSessions {
  private final Words words;
  private final Snapshots snapshots;
  private final Commits commits;
  private final Grants grants;

  /** Commits there. */
  @Activate
  public FreshSessions(
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference Commits commits,
      @Reference Grants grants) {
    this.words = words;
    this.snapshots = snapshots;
    this.commits = commits;
    this.grants = grants;
  }

  /** The session of the caller's own visit that holds now, fresh if need be. */
  Outcome<Reception.Key> open(Caller caller, VisitId id, Instant now) {
    return commits
        .commit(caller, () -> draft(caller, id, now))
        .map(kept -> new Reception.Key(kept.word(), grants.key(kept.word())));
  }

  private Outcome<Draft<Session>> draft(Caller caller, VisitId id, Instant now) {
    try {
      var own =
          words
              .get(Visit.class, id, caller.sight())
              .filter(
                  v ->
                      caller
                          .standing()
                          .person()
                          .filter(v.word().guest().person()::equals)
                          .isPresent());
      return own.map(visit -> draft(visit, now))
          .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private Outcome<Draft<Session>> draft(Kept<Visit> visit, Instant now) {
    var until = SealedLimits.latest(KnownFacts.NOTHING.of(visit.word(), snapshots.now()));
    if (!visit.word().open() || !until.isAfter(now)) {
      return Outcome.refused(Refusal.of(RefusalCode.WRONG_STATE, "visit", "over"));
    }
    var before = before(visit.word());
    if (before.isEmpty()) {
      return fresh(visit, now, until);
    }
    var held = before.get();
    return Grants.revoked(held.word())
        ? Outcome.refused(Refusal.of(RefusalCode.WRONG_STATE, "session", "CUTTING"))
        : Outcome.done(Draft.of(held.word(), held.revision()));
  }

  /** The visit is written too: of two at once one comes second, and finds the other's session. */
  private Outcome<Draft<Session>> fresh(Kept<Visit> visit, Instant now, Instant until) {
    var guest = visit.word().guest();
    return Segments.draw(snapshots.now(), visit.word().centre(), guest.company())
        .map(
            segment -> {
              var session = grants.begin(visit.word(), segment.number(), now, until);
              var writes = new ArrayList<Write>(segment.writes());
              writes.add(new Write.Put(visit.word(), visit.revision()));
              return Draft.of(session, 0).also(writes).causing(List.of(Grants.tell(session)));
            });
  }

  private Optional<Kept<Session>> before(Visit visit) {
    var snapshot = snapshots.now();
    return snapshot.where(Session.class, "visitId", visit.id()).stream()
        .findFirst()
        .flatMap(session -> snapshot.kept(Session.class, session.id()));
  }
}
