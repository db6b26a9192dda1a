package org.escale.gateway.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Wrong keys of the last minute: 10 of one device and 600 at one portal, then no key is looked at
 * until the minute is over. A key has 99 bits, so this keeps noise out, not luck. Safe for many
 * threads.
 */
final class Tries {
  /** Wrong keys of one device in a minute. */
  static final int OF_ONE = 10;

  /** Wrong keys at one portal in a minute. */
  static final int OF_ALL = 600;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Integer> wrong = new HashMap<>();
  private Instant began;
  private int all;

  Tries(Clock clock) {
    this.clock = clock;
    this.began = clock.instant();
  }

  /** Whether another key of that device is looked at. */
  synchronized boolean open(String device) {
    var now = clock.instant();
    if (!now.isBefore(began.plus(MINUTE))) {
      began = now;
      wrong.clear();
      all = 0;
    }
    return all < OF_ALL && wrong.getOrDefault(device, 0) < OF_ONE;
  }

  /** That key was none. */
  synchronized void missed(String device) {
    all++;
    wrong.merge(device, 1, Integer::sum);
  }
}
