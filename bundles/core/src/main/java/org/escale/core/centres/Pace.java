package org.escale.core.centres;

import java.time.Duration;
import java.util.List;
import org.escale.service.Onboarding.Stage;
import org.escale.service.Onboarding.Step;

/**
 * How often a system had better be read, and how many places to hold back because of it: none up to
 * 2 minutes, one up to a quarter of an hour, two up to an hour, else three.
 *
 * @param poll 1 day at most
 */
record Pace(Duration poll) {
  /** Reading takes a tenth of a system's time at most. */
  private static final int SHARE = 10;

  private static final Duration MOST = Duration.ofDays(1);
  private static final List<Duration> SLOW =
      List.of(Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofHours(1));

  /** What was wished, or less often where reading takes long. */
  static Pace of(Duration wished, List<Step> steps) {
    var reading =
        steps.stream()
            .filter(step -> step.stage() == Stage.READ)
            .map(Step::took)
            .reduce(Duration.ZERO, Duration::plus);
    var least = Duration.ofSeconds(reading.multipliedBy(SHARE).toSeconds());
    var poll = least.compareTo(wished) > 0 ? least : wished;
    return new Pace(poll.compareTo(MOST) > 0 ? MOST : poll);
  }

  /**
   * The places to hold back; never all that there are.
   *
   * @param writes whether it can be asked before somebody is promised a place; what is only read
   *     may have been published late, so that one at least is held back
   */
  int safety(boolean writes, int kept) {
    int slow = (int) SLOW.stream().filter(limit -> poll.compareTo(limit) > 0).count();
    return Math.max(0, Math.min(writes ? slow : Math.max(1, slow), kept - 1));
  }
}
