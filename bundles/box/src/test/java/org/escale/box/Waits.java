package org.escale.box;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who waits at a toy hub for another list. Safe for many threads. */
final class Waits {
  /** When somebody began to wait. */
  private final List<Instant> began = new ArrayList<>();

  private String list = "";
  private int always;
  private Duration longest = Duration.ofSeconds(25);

  /** The list is that one now. */
  synchronized void list(String text) {
    list = text;
    notifyAll();
  }

  /** From now on whoever waits is told that status at once. */
  synchronized void always(int status) {
    always = status;
    notifyAll();
  }

  /** From now on nobody waits longer. */
  synchronized void longest(Duration time) {
    longest = time;
  }

  synchronized List<Instant> began() {
    return List.copyOf(began);
  }

  /** Waits like the hub: 204, 304, or what is always said. */
  synchronized int answer(String known) throws IOException {
    began.add(Instant.now());
    long end = System.nanoTime() + longest.toNanos();
    while (always == 0 && known.equals(digest()) && end > System.nanoTime()) {
      try {
        wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
        return 503;
      }
    }
    return always != 0 ? always : known.equals(digest()) ? 304 : 204;
  }

  private String digest() throws IOException {
    return Delivery.digest(
        list.lines()
            .filter(line -> line.startsWith("grant "))
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
  }
}
