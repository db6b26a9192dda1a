package org.escale.core.centres;

import java.time.Duration;
import java.time.Instant;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks at each centre's system in its period, on that system's thread. Spaces that the federation
 * decides on are not looked at: nothing that stands elsewhere counts for them.
 */
@Component(service = Chore.class)
public final class Polling implements Chore {
  private final Systems systems;
  private final Reading reading;
  private final Snapshots snapshots;
  private final Map<AdapterId, Instant> next = new ConcurrentHashMap<>();

  /** Looks at those systems. */
  @Activate
  public Polling(
      @Reference Systems systems, @Reference Reading reading, @Reference Snapshots snapshots) {
    this.systems = systems;
    this.reading = reading;
    this.snapshots = snapshots;
  }

  @Override
  public Optional<Instant> due() {
    return systems.open().stream().map(this::next).min(Instant::compareTo);
  }

  @Override
  public void run(Instant now) {
    next.keySet().removeIf(id -> systems.open(id).isEmpty());
    for (var system : systems.open()) {
      if (!next(system).isAfter(now)) {
        var period = system.row().poll();
        next.put(system.row().id(), now.plus(system.leftAlone() ? Duration.ofSeconds(10) : period));
        look(system);
      }
    }
  }

  private Instant next(OpenSystem system) {
    return next.getOrDefault(system.row().id(), Instant.MIN);
  }

  /** Begins once the look before is over, so that a slow system is never asked twice at once. */
  private void look(OpenSystem system) {
    if (system.tell(OpenSystem.LOOK, 0, () -> read(system)).isEmpty()) {
      system.tell(OpenSystem.LOOK, 0, () -> read(system));
    }
  }

  private Optional<Again> read(OpenSystem system) {
    try {
      for (var space : system.row().spaces().keySet()) {
        var known = snapshots.now().get(Space.class, new SpaceId(space));
        if (known.filter(s -> !Freshness.decidedHere(s)).isPresent()) {
          reading.read(system, known.get());
        }
      }
      system.answered();
    } catch (CentreException silent) {
      system.failed(silent);
    }
    return Optional.empty();
  }
}
