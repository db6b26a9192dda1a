package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.InstalledAdapter;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.service.Onboarding.Fit;
import org.escale.service.Onboarding.Place;
import org.escale.service.Onboarding.Proposal;
import org.escale.service.Onboarding.Stage;
import org.escale.service.Progress;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks what is behind settings that nobody has kept yet: over a link of its own, on a thread of
 * its own, which end with it. Safe for many threads.
 */
@Component(service = Exploring.class)
public final class Exploring {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int MOST_PLACES = 500;

  private final Systems systems;
  private final Snapshots snapshots;
  private final TruthModes modes;
  private final Clock clock;

  /** For spaces of that snapshot. */
  @Activate
  public Exploring(
      @Reference Systems systems,
      @Reference Snapshots snapshots,
      @Reference TruthModes modes,
      @Reference Clock clock) {
    this.systems = systems;
    this.snapshots = snapshots;
    this.modes = modes;
    this.clock = clock;
  }

  /** What could be connected; none where its adapter went away meanwhile. */
  Optional<Proposal> explore(InstalledAdapter wish, Progress progress) {
    var apart = systems.apart(wish);
    if (apart.isEmpty()) {
      return Optional.empty();
    }
    try (var system = apart.get()) {
      return Optional.of(explored(system, new Measured(system, clock, progress)));
    }
  }

  private Proposal explored(OpenSystem system, Measured measured) {
    var spaces = free(system.row());
    measured.expect(2 + 2 * Math.max(1, system.row().spaces().size()));
    var greeted = measured.greet();
    if (greeted.isEmpty()) {
      var untried = fits(spaces, wished(system.row()), Map.of());
      return proposal(system, measured, new Seen(Optional.empty(), untried, Optional.empty()));
    }
    var listed = measured.ask(Stage.LIST, Optional.empty(), () -> system.link().discover());
    var places = listed.flatMap(found -> found).map(Exploring::places);
    var meant = wished(system.row());
    if (meant.isEmpty()) {
      meant = Likeness.proposed(spaces, places.orElse(List.of()));
    }
    var fits = fits(spaces, meant, tried(system, measured, meant));
    return proposal(system, measured, new Seen(places, fits, greeted.get().skew()));
  }

  private record Seen(Optional<List<Place>> places, List<Fit> fits, Optional<Duration> skew) {}

  private static List<Place> places(List<org.escale.spi.centre.ForeignPlace> found) {
    return found.stream()
        .limit(MOST_PLACES)
        .map(place -> new Place(place.ref().value(), place.name()))
        .toList();
  }

  private static Map<SpaceId, String> wished(InstalledAdapter row) {
    var wished = new HashMap<SpaceId, String>();
    row.spaces().forEach((space, place) -> wished.put(new SpaceId(space), place));
    return wished;
  }

  /** The spaces of the centre that no other system keeps. */
  private List<Space> free(InstalledAdapter wish) {
    var now = snapshots.now();
    var others =
        now.where(InstalledAdapter.class, "centreId", wish.centre()).stream()
            .filter(row -> !row.id().equals(wish.id()))
            .toList();
    return now.where(Space.class, "centreId", wish.centre()).stream()
        .filter(space -> others.stream().noneMatch(row -> row.named(space.id()).isPresent()))
        .sorted(Comparator.comparing(Space::name))
        .toList();
  }

  private Map<SpaceId, Probe> tried(
      OpenSystem system, Measured measured, Map<SpaceId, String> meant) {
    measured.expect(2 + 2 * meant.size());
    var tried = new HashMap<SpaceId, Probe>();
    var order = new ArrayList<>(meant.keySet());
    order.sort(Comparator.comparing(SpaceId::value));
    var now = clock.instant();
    var soon = new TimeSlot(now, now.plus(WEEK));
    for (var space : order) {
      var of = Optional.of(space);
      var probe =
          measured.ask(Stage.TRY, of, () -> system.link().probe(new SpaceRef(meant.get(space))));
      probe.ifPresent(found -> tried.put(space, found));
      if (probe.isPresent()) {
        measured.ask(
            Stage.READ, of, () -> system.link().feed().pull(new SpaceRef(meant.get(space)), soon));
      }
    }
    return tried;
  }

  private List<Fit> fits(
      List<Space> spaces, Map<SpaceId, String> meant, Map<SpaceId, Probe> tried) {
    return spaces.stream()
        .map(Space::id)
        .map(
            space -> {
              var probe = Optional.ofNullable(tried.get(space));
              return new Fit(
                  space,
                  Optional.ofNullable(meant.get(space)),
                  probe.map(Probe::claims),
                  probe.map(Probe::findings).orElse(Map.of()),
                  modes.ahead(space));
            })
        .toList();
  }

  private static Proposal proposal(OpenSystem system, Measured measured, Seen seen) {
    var pace = Pace.of(system.row().poll(), measured.steps());
    var kept = (int) seen.fits().stream().filter(fit -> fit.earned().isPresent()).count();
    return new Proposal(
        measured.steps(),
        seen.places().isPresent(),
        seen.places().orElse(List.of()),
        seen.fits(),
        pace.poll(),
        pace.safety(system.link().desk().isPresent(), kept),
        seen.skew());
  }
}
