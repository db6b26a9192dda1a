package org.escale.core.sessions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.access.Session;
import org.escale.core.commits.Commits;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cuts each session at its absolute end, whatever becomes of its visit (law S4). */
@Component(service = Chore.class)
public final class OverdueSessions implements Chore {
  private final Snapshots snapshots;
  private final Commits commits;

  /** Of that snapshot. */
  @Activate
  public OverdueSessions(@Reference Snapshots snapshots, @Reference Commits commits) {
    this.snapshots = snapshots;
    this.commits = commits;
  }

  @Override
  public Optional<Instant> due() {
    return held().map(Session::until).min(Comparator.naturalOrder());
  }

  @Override
  public void run(Instant now) {
    held().filter(session -> !session.until().isAfter(now)).toList().forEach(this::cut);
  }

  private void cut(Session session) {
    var snapshot = snapshots.now();
    snapshot
        .kept(Session.class, session.id())
        .ifPresent(
            kept -> {
              var cutting = kept.word().cutting();
              commits.commit(
                  new Change(
                      "platform",
                      Optional.empty(),
                      List.of(new Write.Put(cutting, kept.revision())),
                      List.of(Grants.tell(cutting))));
            });
  }

  private Stream<Session> held() {
    return snapshots.now().all(Session.class).stream().filter(s -> !Grants.revoked(s));
  }
}
