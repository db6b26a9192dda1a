package org.escale.core.centres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.escale.adapter.InstalledAdapter;
import org.escale.caller.Caller;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Directory;
import org.escale.service.Onboarding.Connected;
import org.escale.service.Onboarding.Stage;
import org.escale.service.Onboarding.Step;
import org.escale.service.Progress;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Installs a system that was looked at, and has its spaces decided on as is wished. A space that
 * may not change now stays as it was; that holds up no other. Safe for many threads.
 */
@Component(service = Joining.class)
public final class Joining {
  private final Installing installing;
  private final Systems systems;
  private final Snapshots snapshots;
  private final Directory directory;
  private final Overview overview;

  /** Through those who do it one by one. */
  @Activate
  public Joining(
      @Reference Installing installing,
      @Reference Systems systems,
      @Reference Snapshots snapshots,
      @Reference Directory directory,
      @Reference Overview overview) {
    this.installing = installing;
    this.systems = systems;
    this.snapshots = snapshots;
    this.directory = directory;
    this.overview = overview;
  }

  Outcome<Connected> connect(
      Caller caller, InstalledAdapter checked, Map<SpaceId, TruthMode> modes, Progress progress) {
    progress.step(Stage.INSTALL.name());
    progress.at(0, 1 + modes.size());
    var began = System.nanoTime();
    return installing
        .keep(caller.further(), checked, 0)
        .map(
            kept -> {
              systems.openNow(checked.id());
              var steps = new ArrayList<Step>();
              steps.add(step(Stage.INSTALL, Optional.empty(), Optional.empty(), began));
              return decided(caller.further(), kept, modes, new Round(steps, progress));
            });
  }

  private record Round(List<Step> steps, Progress progress) {}

  private Connected decided(
      Caller caller, Kept<InstalledAdapter> kept, Map<SpaceId, TruthMode> modes, Round round) {
    var refused = new HashMap<SpaceId, Refusal>();
    var order = new ArrayList<>(modes.keySet());
    order.sort(Comparator.comparing(SpaceId::value));
    for (var space : order) {
      if (calledOff(round, space, modes.size())) {
        break;
      }
      var began = System.nanoTime();
      var no = decide(caller, kept.word(), space, modes.get(space));
      no.ifPresent(why -> refused.put(space, why));
      round.steps().add(step(Stage.DECIDE, Optional.of(space), no, began));
    }
    return new Connected(kept, round.steps(), refused);
  }

  /** What was installed stays; the spaces that are left stay as they were. */
  private static boolean calledOff(Round round, SpaceId space, int all) {
    try {
      round.progress().step(Stage.DECIDE + " " + space);
      round.progress().at(round.steps().size(), 1 + all);
      return false;
    } catch (CancellationException off) {
      return true;
    }
  }

  /** A mode that the centre's system decides is proven by the change itself; others by a probe. */
  private Optional<Refusal> decide(
      Caller caller, InstalledAdapter row, SpaceId space, TruthMode mode) {
    var was = snapshots.now().kept(Space.class, space);
    if (was.isEmpty() || row.named(space).isEmpty()) {
      return Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, "field", "spaces"));
    }
    var same = was.get().word().truth() == mode;
    if (!same) {
      var saved = directory.save(caller, decided(was.get().word(), mode), was.get().revision());
      if (saved instanceof Outcome.Refused<Kept<Space>> no) {
        return Optional.of(no.refusal());
      }
    }
    if (same || mode == TruthMode.REQUEST) {
      overview.probe(caller, row.id(), Optional.of(space));
    }
    return Optional.empty();
  }

  private static Space decided(Space s, TruthMode mode) {
    return new Space(
        s.id(),
        s.centre(),
        s.name(),
        s.kind(),
        s.seats(),
        s.layouts(),
        s.features(),
        mode,
        s.ceded());
  }

  private static Step step(Stage stage, Optional<SpaceId> space, Optional<Refusal> no, long began) {
    var took = java.time.Duration.ofNanos(System.nanoTime() - began);
    return new Step(stage, space, no.isEmpty(), no.map(r -> r.code().name()).orElse(""), took);
  }
}
