package org.escale.core.gatehouse;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.escale.access.Session;
import org.escale.access.SessionHandle;
import org.escale.caller.Caller;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.sessions.Grants;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Audit;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ends a session and leaves its visit as it is: from then on the ordinary cutting goes on until
 * there is proof (laws S1, S4). Safe for many threads.
 */
@Component(service = SessionEnds.class)
public final class SessionEnds {
  private static final Refusal GONE =
      Refusal.of(RefusalCode.NOT_FOUND, "session", "over, or not at this gateway");

  private final Clock clock;
  private final Snapshots snapshots;
  private final Commits commits;
  private final Audit audit;

  /** Commits there. */
  @Activate
  public SessionEnds(
      @Reference Clock clock,
      @Reference Snapshots snapshots,
      @Reference Commits commits,
      @Reference Audit audit) {
    this.clock = clock;
    this.snapshots = snapshots;
    this.commits = commits;
    this.audit = audit;
  }

  /** The session, being cut; {@code NOT_FOUND} where none of that centre is called so. */
  Outcome<Session> end(
      Caller caller, CentreId centre, SessionHandle handle, Session.Reason reason) {
    var before = found(centre, handle);
    if (before.filter(kept -> Grants.revoked(kept.word())).isPresent()) {
      return Outcome.done(before.get().word());
    }
    var outcome = commits.commit(caller, () -> draft(centre, handle, reason)).map(Kept::word);
    if (outcome instanceof Outcome.Done) {
      var line = "session-end:" + reason;
      audit.done(
          new Audit.Line(Optional.of(caller.who()), line, "DONE", UUID.randomUUID().toString()));
    }
    return outcome;
  }

  private Outcome<Draft<Session>> draft(
      CentreId centre, SessionHandle handle, Session.Reason reason) {
    return found(centre, handle)
        .map(kept -> Outcome.done(draft(kept, reason)))
        .orElseGet(() -> Outcome.refused(GONE));
  }

  /** Somebody may have been faster: what is being cut is cut once. */
  private Draft<Session> draft(Kept<Session> kept, Session.Reason reason) {
    if (Grants.revoked(kept.word())) {
      return Draft.of(kept.word(), kept.revision());
    }
    var cut = kept.word().cut(new Session.Cut(clock.instant(), reason));
    return Draft.of(cut, kept.revision()).causing(List.of(Grants.tell(cut)));
  }

  private Optional<Kept<Session>> found(CentreId centre, SessionHandle handle) {
    var snapshot = snapshots.now();
    return snapshot.where(Session.class, "centreId", centre).stream()
        .filter(session -> SessionHandle.of(session.id()).equals(handle))
        .findFirst()
        .flatMap(session -> snapshot.kept(Session.class, session.id()));
  }
}
