package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.federation.Space;
import org.escale.federation.TruthMode;
import org.escale.spi.store.Calendar;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * As of when what is known of a space is known, and how often it is read. Safe for many threads.
 */
@Component(service = Freshness.class)
public final class Freshness {
  private static final Duration SOON = Duration.ofHours(2);
  private static final int PERIODS = 3;

  private final Systems systems;
  private final Calendar calendar;
  private final Clock clock;

  /** Asks those systems. */
  @Activate
  public Freshness(
      @Reference Systems systems, @Reference Calendar calendar, @Reference Clock clock) {
    this.systems = systems;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Now where our own calendar decides or a person does; else when the centre's system was read
   * last. Empty where it never was, so that nothing can be said.
   */
  public Optional<Instant> asOf(Space space, Instant now) {
    return decidedThere(space) ? systems.asOf(space.centre(), space.id()) : Optional.of(now);
  }

  /**
   * Whether what is known was read within three periods; older, it may be offered, but nobody has
   * confirmed it. What our own calendar decides always is.
   */
  public boolean confirmed(Space space, Instant now) {
    var system = systems.keeping(space.centre(), space.id());
    return !decidedThere(space)
        || system
            .flatMap(
                s ->
                    asOf(space, now).map(asOf -> asOf.plus(period(s, space).multipliedBy(PERIODS))))
            .filter(until -> !until.isBefore(now))
            .isPresent();
  }

  /** How often that space is looked at: more often while it is booked within two hours. */
  Duration period(OpenSystem system, Space space) {
    var now = clock.instant();
    var soon = new TimeSlot(now, now.plus(SOON));
    var all = calendar.busy(space.id(), soon).size();
    return system.row().period(all > calendar.foreign(space.id(), soon).size());
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
