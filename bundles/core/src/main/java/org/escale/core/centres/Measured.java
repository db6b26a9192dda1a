package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.escale.federation.SpaceId;
import org.escale.service.Onboarding.Stage;
import org.escale.service.Onboarding.Step;
import org.escale.service.Progress;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.LinkHealth;

/**
 * Asks a system one question after another, and keeps how each went and how long it took. For one
 * thread.
 */
final class Measured {
  private final OpenSystem system;
  private final Clock clock;
  private final Progress progress;
  private final List<Step> steps = new ArrayList<>();
  private int expected = 1;

  Measured(OpenSystem system, Clock clock, Progress progress) {
    this.system = system;
    this.clock = clock;
    this.progress = progress;
  }

  /** So many steps in all, as far as one can tell by now. */
  void expect(int all) {
    expected = all;
  }

  List<Step> steps() {
    return steps;
  }

  /** The answer; empty where there was none, and then the step says why. */
  <T> Optional<T> ask(Stage stage, Optional<SpaceId> space, Callable<T> question) {
    progress.step(stage + space.map(id -> " " + id).orElse(""));
    progress.at(steps.size(), Math.max(expected, steps.size() + 1));
    var began = System.nanoTime();
    try {
      var answer = system.ask(question);
      steps.add(new Step(stage, space, true, "", since(began)));
      return Optional.of(answer);
    } catch (CentreException no) {
      steps.add(new Step(stage, space, false, no.getMessage(), since(began)));
      return Optional.empty();
    }
  }

  /**
   * Somebody answered.
   *
   * @param skew how far its clock is ahead of ours, if it says what time it is
   */
  record Greeted(Optional<Duration> skew) {}

  /** Whether anybody answers. */
  Optional<Greeted> greet() {
    var before = clock.instant();
    return ask(
            Stage.GREET,
            Optional.empty(),
            () -> {
              var health = system.link().health();
              if (!health.up()) {
                throw new CentreException(CentreException.Trouble.UNAVAILABLE, health.text());
              }
              return health;
            })
        .map(LinkHealth::clock)
        .map(told -> new Greeted(told.map(there -> ahead(there, before, clock.instant()))));
  }

  /** A second told without its parts, which came somewhere between the two. */
  private static Duration ahead(Instant there, Instant before, Instant after) {
    var latest = there.plusSeconds(1);
    if (there.isAfter(after)) {
      return Duration.between(after, there);
    }
    return latest.isBefore(before) ? Duration.between(before, latest) : Duration.ZERO;
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
