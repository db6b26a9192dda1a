package org.escale.core.centres;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.Proven;
import org.escale.adapter.Proven.Level;
import org.escale.core.commits.Commits;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome.Committed;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What each system was found to do when it was tried last. Safe for many threads. */
@Component(service = Proofs.class)
public final class Proofs {
  private static final int TRIES = 8;

  private final Commits commits;
  private final Snapshots snapshots;
  private final Clock clock;

  /** Kept there. */
  @Activate
  public Proofs(
      @Reference Commits commits, @Reference Snapshots snapshots, @Reference Clock clock) {
    this.commits = commits;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** Writes down what a space was just found to allow; of others tried meanwhile none is lost. */
  void found(InstalledAdapter row, SpaceId space, TruthMode earned) {
    var place = row.named(space).orElse("");
    var level = new Level(place, earned, clock.instant());
    boolean written = false;
    for (int i = 0; i < TRIES && !written && here(row); i++) {
      var was = snapshots.now().kept(Proven.class, row.id());
      var now = was.map(Kept::word).orElseGet(() -> new Proven(row.id(), row.centre(), Map.of()));
      var put = new Write.Put(now.with(space, level), was.map(Kept::revision).orElse(0L));
      written = commits.commit(Change.of(put)) instanceof Committed;
    }
  }

  /** What is known of the places that it keeps now, by space. */
  Map<SpaceId, Level> of(InstalledAdapter row) {
    return snapshots.now().get(Proven.class, row.id()).stream()
        .flatMap(proven -> proven.spaces().entrySet().stream())
        .filter(e -> row.named(new SpaceId(e.getKey())).equals(Optional.of(e.getValue().place())))
        .collect(Collectors.toMap(e -> new SpaceId(e.getKey()), Map.Entry::getValue));
  }

  /** What no longer holds: the system is another one, or gone. */
  Optional<Write> forgotten(AdapterId id) {
    return snapshots
        .now()
        .get(Proven.class, id)
        .map(proven -> new Write.Remove(Proven.class, proven.id()));
  }

  private boolean here(InstalledAdapter row) {
    return snapshots.now().get(InstalledAdapter.class, row.id()).isPresent();
  }
}
