package org.escale.box;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the line is measured, and what came of it, on disk: every 6 h, and when the operator asked,
 * but never again within 10 minutes.
 */
record Sampled(Home home) {
  private static final Duration EVERY = Duration.ofHours(6);
  private static final Duration LEAST = Duration.ofMinutes(10);
  private static final String TRIED = "line-tried";
  private static final String SAMPLE = "line";

  /** Whether it is time; {@code asked} as the hub's list says it, empty where nobody asked. */
  boolean due(Instant now, String asked) throws IOException {
    var tried = home.read(TRIED).map(String::strip).map(Instant::parse).orElse(Instant.MIN);
    if (now.isBefore(tried)) {
      return false;
    }
    boolean again = tried.equals(Instant.MIN) || !now.isBefore(tried.plus(EVERY));
    return again || (wanted(asked).isAfter(tried) && !now.isBefore(tried.plus(LEAST)));
  }

  /**
   * Measures; on disk before it begins, so that a box that dies of it does not try again at once.
   */
  void measure(Meter meter, Instant now) throws IOException {
    home.write(TRIED, now + "\n");
    var found = meter.measure();
    home.write(SAMPLE, now + " " + found.downKbps() + " " + found.upKbps() + "\n");
  }

  /** The last sample as a sign of life tells it. */
  Optional<String> told() throws IOException {
    return home.read(SAMPLE)
        .map(text -> text.strip().split(" ", -1))
        .map(w -> "{\"at\":\"%s\",\"downKbps\":%s,\"upKbps\":%s}".formatted(w[0], w[1], w[2]));
  }

  private static Instant wanted(String asked) {
    try {
      return asked.isEmpty() ? Instant.MIN : Instant.parse(asked);
    } catch (DateTimeException unreadable) {
      return Instant.MIN;
    }
  }
}
