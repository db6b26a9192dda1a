package org.escale.bench.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.escale.federation.Position;
import org.escale.word.TimeSlot;

/** From where, and when: the five nearest desks that are free for two hours. */
record Question(Position from, TimeSlot slot) {
  /** How many are wanted. */
  static final int LIMIT = 5;

  /** Any. */
  static Question any(Random random) {
    Instant from = Land.START.plus(Duration.ofMinutes(60 + random.nextInt(390 * 24 * 60)));
    return new Question(Land.somewhere(random), new TimeSlot(from, from.plus(Duration.ofHours(2))));
  }
}
