package org.escale.core.centres;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.escale.adapter.AdapterId;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreException;
import org.escale.spi.store.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has ceded hours shown in centres' systems: at once when a space changes or a system opens, and
 * compared every ten minutes, so that what staff took away comes back and another day is added at
 * the end. A space that is not ceded is looked at once, for what may have been left there. Run by
 * the Steward alone.
 */
@Component(service = Chore.class)
public final class BlockWatch implements Chore {
  private static final Duration AGAIN = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration ROUND = Duration.ofSeconds(5);

  private final Systems systems;
  private final Blocking blocking;
  private final Snapshots snapshots;
  private final Journal journal;
  private final Map<Place, Plan> plans = new HashMap<>();
  private Object seen = new Object();
  private Instant next = Instant.MIN;
  private long looks;

  /** In those systems. */
  @Activate
  public BlockWatch(
      @Reference Systems systems,
      @Reference Blocking blocking,
      @Reference Snapshots snapshots,
      @Reference Journal journal) {
    this.systems = systems;
    this.blocking = blocking;
    this.snapshots = snapshots;
    this.journal = journal;
  }

  private record Place(AdapterId system, SpaceId space) {}

  /**
   * For that link and that space as they were, when to look again; empty for never.
   *
   * @param look its own name, so that what came of an earlier look does not count for this one
   * @param asked what will come of the look that was begun
   */
  private record Plan(
      OpenSystem link,
      Space space,
      String look,
      Optional<Instant> at,
      Optional<CompletableFuture<Optional<Again>>> asked) {
    boolean holds(OpenSystem system, Space now) {
      return link == system && space.equals(now);
    }

    Plan next(Optional<Instant> when, Optional<CompletableFuture<Optional<Again>>> answer) {
      return new Plan(link, space, look, when, answer);
    }
  }

  @Override
  public Optional<Instant> due() {
    if (!journal.writable() || systems.open().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(snapshots.now().mark(Space.class) == seen ? next : Instant.MIN);
  }

  @Override
  public void run(Instant now) {
    seen = snapshots.now().mark(Space.class);
    var here = new ArrayList<Place>();
    for (var system : List.copyOf(systems.open())) {
      for (var space : ours(system)) {
        var place = new Place(system.row().id(), space.id());
        here.add(place);
        var plan = Optional.ofNullable(plans.get(place)).filter(p -> p.holds(system, space));
        plans.put(place, looked(plan.orElseGet(() -> fresh(system, space, now)), now, blocking));
      }
    }
    plans.keySet().retainAll(here);
    var first = plans.values().stream().flatMap(p -> p.at().stream()).min(Instant::compareTo);
    next = first.filter(at -> at.isBefore(now.plus(ROUND))).orElse(now.plus(ROUND));
  }

  private Plan fresh(OpenSystem system, Space space, Instant now) {
    return new Plan(
        system, space, "ceded:" + space.id() + ":" + looks++, Optional.of(now), Optional.empty());
  }

  private static Plan looked(Plan plan, Instant now, Blocking blocking) {
    if (plan.at().filter(at -> !at.isAfter(now)).isEmpty()) {
      return plan;
    }
    if (plan.asked().isEmpty()) {
      var answer = plan.link().tell(plan.look(), () -> settled(plan, blocking));
      return plan.next(Optional.of(now.plus(SOON)), Optional.of(answer));
    }
    return plan.asked().get().isDone()
        ? plan.next(next(plan, now), Optional.empty())
        : plan.next(Optional.of(now.plus(SOON)), plan.asked());
  }

  private static Optional<Again> settled(Plan plan, Blocking blocking) throws CentreException {
    var left = blocking.settle(plan.link(), plan.space().id());
    plan.link().answered();
    return left;
  }

  /** Ten minutes later while hours are ceded, sooner where it failed, else never. */
  private static Optional<Instant> next(Plan plan, Instant now) {
    var answer = plan.asked().orElseThrow();
    var left =
        answer.isCompletedExceptionally()
            ? Optional.of(new Again(ROUND, "let go"))
            : answer.join().filter(again -> !again.aside());
    var ceded = plan.space().truth() == TruthMode.ALLOTMENT;
    return left.map(again -> now.plus(again.after()))
        .or(() -> Optional.of(now.plus(AGAIN)).filter(at -> ceded));
  }

  private List<Space> ours(OpenSystem system) {
    return system.link().desk().isEmpty()
        ? List.of()
        : system.row().spaces().keySet().stream()
            .flatMap(id -> snapshots.now().get(Space.class, new SpaceId(id)).stream())
            .filter(Freshness::decidedHere)
            .toList();
  }
}
