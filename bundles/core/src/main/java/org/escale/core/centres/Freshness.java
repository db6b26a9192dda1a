package org.escale.core.centres;

import java.time.Instant;
import java.util.Optional;
import org.escale.federation.Space;
import org.escale.federation.TruthMode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** As of when what is known of a space is known. Safe for many threads. */
@Component(service = Freshness.class)
public final class Freshness {
  private final Systems systems;

  /** Asks those systems. */
  @Activate
  public Freshness(@Reference Systems systems) {
    this.systems = systems;
  }

  /**
   * Now where our own calendar decides or a person does; else when the centre's system was read
   * last. Empty where it never was, so that nothing can be said.
   */
  public Optional<Instant> asOf(Space space, Instant now) {
    return decidedThere(space) ? systems.asOf(space.centre(), space.id()) : Optional.of(now);
  }

  /** Whether the centre's own system decides who gets that space. */
  public static boolean decidedThere(Space space) {
    return space.truth() == TruthMode.CENTRE_ATOMIC || space.truth() == TruthMode.CENTRE_CHECKED;
  }

  /** Whether our own calendar alone decides. */
  public static boolean decidedHere(Space space) {
    return space.truth() == TruthMode.FEDERATION || space.truth() == TruthMode.ALLOTMENT;
  }
}
