package org.escale.core.centres;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.adapter.AdapterId;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.spi.centre.CentreException;
import org.escale.spi.store.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks at each space in a centre's system in its period, which is shorter while it is booked
 * within two hours, on that system's thread. Spaces that the federation decides on are not looked
 * at: nothing that stands elsewhere counts for them. While nothing can be written nobody is asked:
 * another instance may work in our place. Safe for many threads.
 */
@Component(service = {Polling.class, Chore.class})
public final class Polling implements Chore {
  private static final Duration LEAST = Duration.ofSeconds(1);

  /** A space that its system decides from now on is noticed, and read, within that time. */
  private static final Duration NOTICED = Duration.ofSeconds(1);

  private final Systems systems;
  private final Reading reading;
  private final Snapshots snapshots;
  private final Freshness freshness;
  private final Journal journal;
  private final Map<AdapterId, Plan> plans = new ConcurrentHashMap<>();

  /** Looks at those systems. */
  @Activate
  public Polling(
      @Reference Systems systems,
      @Reference Reading reading,
      @Reference Snapshots snapshots,
      @Reference Freshness freshness,
      @Reference Journal journal) {
    this.systems = systems;
    this.reading = reading;
    this.snapshots = snapshots;
    this.freshness = freshness;
    this.journal = journal;
  }

  /** When each space of a system is looked at next, and when the plan is. */
  private record Plan(Map<SpaceId, Instant> spaces, Instant first) {
    static final Plan AT_ONCE = new Plan(Map.of(), Instant.MIN);

    /** A system of which nothing is looked at has an empty plan too, but for later. */
    boolean rungBefore(Instant ring) {
      return spaces.isEmpty() && !first.isAfter(ring);
    }
  }

  @Override
  public Optional<Instant> due() {
    return journal.writable()
        ? systems.open().stream().map(system -> plan(system).first()).min(Instant::compareTo)
        : Optional.empty();
  }

  @Override
  public void run(Instant now) {
    plans.keySet().removeIf(id -> systems.open(id).isEmpty());
    for (var system : systems.open()) {
      if (!plan(system).first().isAfter(now)) {
        // at once: who rings while it is planned is not forgotten
        plans.compute(system.row().id(), (id, plan) -> looked(system, now, before(plan)));
      }
    }
  }

  /**
   * Has all of that system looked at as soon as the Steward comes by, at most once a second; what
   * is asked for sooner is done when that second is over.
   */
  void now(AdapterId id) {
    var last =
        systems.open(id).stream()
            .flatMap(system -> system.marks().values().stream())
            .map(mark -> mark.asOf())
            .max(Comparator.naturalOrder());
    var rung = new Plan(Map.of(), last.map(asOf -> asOf.plus(LEAST)).orElse(Instant.MIN));
    plans.merge(id, rung, (plan, ring) -> plan.rungBefore(ring.first()) ? plan : ring);
  }

  private Plan plan(OpenSystem system) {
    return plans.getOrDefault(system.row().id(), Plan.AT_ONCE);
  }

  private static Map<SpaceId, Instant> before(Plan plan) {
    return plan == null ? Map.of() : plan.spaces();
  }

  private Plan looked(OpenSystem system, Instant now, Map<SpaceId, Instant> before) {
    var spaces = spaces(system);
    var due = spaces.stream().filter(s -> !next(before, s).isAfter(now)).toList();
    if (!due.isEmpty() && !system.look(() -> read(system, due))) {
      return new Plan(before, now.plus(LEAST));
    }
    var next = new HashMap<SpaceId, Instant>();
    for (var space : spaces) {
      next.put(
          space.id(),
          due.contains(space) ? now.plus(freshness.period(system, space)) : next(before, space));
    }
    var noticed = now.plus(NOTICED);
    var first = next.values().stream().min(Comparator.naturalOrder()).filter(noticed::isAfter);
    return new Plan(Map.copyOf(next), first.orElse(noticed));
  }

  private static Instant next(Map<SpaceId, Instant> planned, Space space) {
    return planned.getOrDefault(space.id(), Instant.MIN);
  }

  private List<Space> spaces(OpenSystem system) {
    return system.row().spaces().keySet().stream()
        .flatMap(id -> snapshots.now().get(Space.class, new SpaceId(id)).stream())
        .filter(space -> !Freshness.decidedHere(space))
        .toList();
  }

  private Optional<Again> read(OpenSystem system, List<Space> due) {
    try {
      for (var space : due) {
        reading.read(system, space);
      }
      system.answered();
    } catch (CentreException silent) {
      system.failed(silent);
    }
    return Optional.empty();
  }
}
