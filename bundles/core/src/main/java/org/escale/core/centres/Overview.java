package org.escale.core.centres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.Proven.Level;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Affiliation;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Adapters.Glimpse;
import org.escale.service.Adapters.Proof;
import org.escale.service.Adapters.Queued;
import org.escale.service.Adapters.Reliance;
import org.escale.service.Adapters.Standing;
import org.escale.spi.centre.CentreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the systems that centres keep stand, and what they can do. Safe for many threads. */
@Component(service = Overview.class)
public final class Overview {
  private final Systems systems;
  private final Snapshots snapshots;
  private final Queue queue;
  private final Proofs proofs;

  /** Of those systems. */
  @Activate
  public Overview(
      @Reference Systems systems,
      @Reference Snapshots snapshots,
      @Reference Queue queue,
      @Reference Proofs proofs) {
    this.systems = systems;
    this.snapshots = snapshots;
    this.queue = queue;
    this.proofs = proofs;
  }

  Outcome<List<Standing>> standings(Caller caller) {
    if (!caller.may(Operation.ADAPTER_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var waiting = queue.all();
    return Outcome.done(
        snapshots.now().all(InstalledAdapter.class).stream()
            .filter(row -> caller.sight().sees(row))
            .map(row -> standing(row, waiting.getOrDefault(row.id(), List.of())))
            .toList());
  }

  Outcome<List<Glimpse>> glimpses(Caller caller) {
    return caller.may(Operation.ADAPTER_LEVEL)
        ? Outcome.done(
            snapshots.now().all(InstalledAdapter.class).stream()
                .filter(row -> caller.sight().sees(row) || activeWith(caller, row))
                .map(this::glimpse)
                .toList())
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private boolean activeWith(Caller caller, InstalledAdapter row) {
    return snapshots.now().where(Affiliation.class, "centreId", row.centre()).stream()
        .anyMatch(a -> a.state() == Affiliation.State.ACTIVE && caller.sight().sees(a));
  }

  private Glimpse glimpse(InstalledAdapter row) {
    var open = systems.open(row.id());
    var levels = proofs.of(row);
    var spaces = new HashMap<SpaceId, Reliance>();
    for (var name : row.spaces().keySet()) {
      var space = new SpaceId(name);
      var level = Optional.ofNullable(levels.get(space));
      var asOf = open.flatMap(o -> Optional.ofNullable(o.marks().get(space)));
      spaces.put(
          space,
          new Reliance(asOf.map(FeedMark::asOf), level.map(Level::mode), level.map(Level::at)));
    }
    return new Glimpse(
        row.centre(),
        row.kind(),
        open.map(OpenSystem::up).orElse(false),
        open.flatMap(OpenSystem::silentUntil),
        spaces);
  }

  Outcome<Proof> probe(Caller caller, AdapterId id, Optional<SpaceId> space) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var system = systems.open(id);
    var tried = system.flatMap(s -> space.or(() -> first(s.row())));
    var ref = tried.flatMap(s -> system.get().ref(s));
    if (ref.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    try {
      var link = system.get().link();
      var probe = system.get().ask(() -> link.probe(ref.get()));
      proofs.found(system.get().row(), tried.get(), probe.claims());
      return Outcome.done(new Proof(probe.claims(), probe.findings()));
    } catch (CentreException silent) {
      system.get().failed(silent);
      return Outcome.refused(
          Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE, "because", silent.getMessage()));
    }
  }

  private static Optional<SpaceId> first(InstalledAdapter row) {
    return row.spaces().keySet().stream().sorted().findFirst().map(SpaceId::new);
  }

  private Standing standing(InstalledAdapter row, List<Queued> messages) {
    var open = systems.open(row.id());
    var asOf =
        open.stream()
            .flatMap(system -> system.marks().entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asOf()));
    var aside = (int) messages.stream().filter(message -> message.due().isEmpty()).count();
    return new Standing(
        row.id(),
        open.map(OpenSystem::up).orElse(false),
        open.map(OpenSystem::text).orElse("its adapter is not here"),
        asOf,
        messages.size() - aside,
        aside,
        open.flatMap(OpenSystem::silentUntil),
        proofs.of(row));
  }
}
