package org.escale.box;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * What a box knows of its line and of its clock, on disk: when the hub last answered a sign of
 * life, the latest that the clock ever showed, and up to which event the kept list knows all.
 */
record Contact(Home home) {
  /**
   * So long after the hub's last answer the box decides alone: the hub, which takes a centre as cut
   * off after 120 s, gives away nothing that the box may give away from then on.
   */
  static final Duration ALONE = Duration.ofMinutes(3);

  /**
   * So long the rounds go well: less than the 120 s after which the hub takes a centre as cut off
   * and holds back what its last list lets be spent.
   */
  static final Duration WELL = Duration.ofSeconds(90);

  private static final Duration OFF = Duration.ofMinutes(2);
  private static final String HEARD = "heard";
  private static final String LATEST = "latest";
  private static final String LISTED = "listed";

  /** The hub answered: it believes this clock. */
  void heard(Instant now) throws IOException {
    home.write(LATEST, now + "\n");
    home.write(HEARD, now + "\n");
  }

  /** It did not. */
  void silent(Instant now) throws IOException {
    if (now.isAfter(instant(LATEST))) {
      home.write(LATEST, now + "\n");
    }
  }

  /** Whether the box decides alone. */
  boolean alone(Instant now) throws IOException {
    return !now.isBefore(instant(HEARD).plus(ALONE));
  }

  /** Whether the hub answered a sign of life of late. */
  boolean well(Instant now) throws IOException {
    return now.isBefore(instant(HEARD).plus(WELL));
  }

  /** Whether the clock shows less than it did. */
  boolean setBack(Instant now) throws IOException {
    return now.isBefore(instant(LATEST).minus(OFF));
  }

  /** The list that is kept now knows all up to that event. */
  void listed(long number) throws IOException {
    home.write(LISTED, number + "\n");
  }

  long listed() throws IOException {
    return Long.parseLong(home.read(LISTED).map(String::strip).orElse("0"));
  }

  private Instant instant(String name) throws IOException {
    return home.read(name).map(String::strip).map(Instant::parse).orElse(Instant.EPOCH);
  }
}
