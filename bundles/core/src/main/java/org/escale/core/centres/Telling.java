package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.adapter.InstalledAdapter;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.EffectHandler;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.store.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells a centre's system what happened with us, on the system's own thread, until it has it. What
 * the system refuses is set aside.
 */
@Component(service = EffectHandler.class)
public final class Telling implements EffectHandler {
  private static final Duration CLOSED = Duration.ofSeconds(10);
  private static final Optional<Again> UNHEARD =
      Optional.of(new Again(CLOSED, "what it tells itself is heard first"));

  private final Systems systems;
  private final Snapshots snapshots;
  private final Retelling retelling;
  private final Departures departures;
  private final Clock clock;

  /** Tells those systems. */
  @Activate
  public Telling(
      @Reference Systems systems,
      @Reference Snapshots snapshots,
      @Reference Retelling retelling,
      @Reference Departures departures,
      @Reference Clock clock) {
    this.systems = systems;
    this.snapshots = snapshots;
    this.retelling = retelling;
    this.departures = departures;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Reported.KIND;
  }

  /** What one system hears it hears in its order; it delays no other. */
  @Override
  public Optional<String> lane(Outbox.Waiting waiting) {
    return Optional.of(Reported.of(waiting.effect()).adapter());
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    var id = new AdapterId(Reported.of(waiting.effect()).adapter());
    if (snapshots.now().get(InstalledAdapter.class, id).isEmpty()) {
      return Optional.empty();
    }
    var system = systems.open(id);
    if (system.isEmpty()) {
      return Optional.of(new Again(CLOSED, "its adapter is not here"));
    }
    return Optional.of(
        Again.said(
            system
                .get()
                .tell(
                    waiting.effect().key(),
                    () -> told(system.get(), Reported.of(waiting.effect())))));
  }

  private Optional<Again> told(OpenSystem system, Reported reported) throws CentreException {
    var hears = system.link().events();
    var event = hears.flatMap(any -> retelling.event(reported, clock.instant()));
    if (event.isEmpty()) {
      return Optional.empty();
    }
    if (reported.kind() == Kind.LEFT) {
      var word = departures.about(system.row().id(), reported);
      if (word != Departures.Word.TELL) {
        return word == Departures.Word.WAIT ? UNHEARD : Optional.empty();
      }
    }
    var taken = hears.get().push(event.get());
    system.answered();
    return taken == CentreEvents.Taken.DONE
        ? Optional.empty()
        : Optional.of(Again.aside("the system does not take it"));
  }
}
