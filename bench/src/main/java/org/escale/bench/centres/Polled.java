package org.escale.bench.centres;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What it costs to read many centres' systems every 30 s, each a calendar in one Radicale behind a
 * link of its own: CPU time of the hub's process, against the same process before. Meanwhile staff
 * writes into some of them, which must be known here within the period and 5 s.
 */
public final class Polled {
  /** The period, and 5 s in which a busy machine reads. */
  private static final Duration KNOWN = Duration.ofSeconds(35);

  private static final int IDLE_SECONDS = 60;

  /** Staff writes into so many, all of the one centre whose desks the demonstration's may book. */
  private static final int WRITTEN = 5;

  private final Instance instance;
  private final Calendars calendars;
  private final ProcessHandle hub;

  private Polled(Instance instance, Calendars calendars, ProcessHandle hub) {
    this.instance = instance;
    this.calendars = calendars;
    this.hub = hub;
  }

  /** PORT DATA RADICALE HUB SYSTEMS SECONDS: hub and Radicale run already. */
  public static void main(String[] args) throws Exception {
    var instance = new Instance(Integer.parseInt(args[0]), Path.of(args[1]));
    var hub = ProcessHandle.of(Long.parseLong(args[3])).orElseThrow();
    new Polled(instance, new Calendars(URI.create(args[2])), hub)
        .run(Integer.parseInt(args[4]), Integer.parseInt(args[5]));
  }

  private void run(int systems, int seconds) throws Exception {
    var before = share(IDLE_SECONDS);
    for (int n = 0; n < WRITTEN; n++) {
      connect("cei", "system-" + n);
    }
    for (int n = WRITTEN; n < systems; n++) {
      instance.centre("centre-" + n);
      connect("centre-" + n, "system-" + n);
    }
    for (int n = 0; n < systems; n++) {
      var name = "system-" + n;
      Instance.await("read " + name, () -> instance.asOf(name).isPresent());
    }
    var first = share(seconds / 2);
    for (int n = 0; n < WRITTEN; n++) {
      calendars.staff("system-" + n, new Slots(n));
    }
    var written = share((int) KNOWN.toSeconds());
    for (int n = 0; n < WRITTEN; n++) {
      seen("system-" + n, new Slots(n));
    }
    var after = share(seconds);
    for (int n = 0; n < systems; n++) {
      fresh("system-" + n);
    }
    System.out.printf(
        "%d systems of %d centres every 30 s: %.1f %% of a core for %d s (%.1f %% in the %d s before), %.1f %% with none%n",
        systems,
        systems - WRITTEN + 1,
        after * 100,
        seconds,
        first * 100,
        seconds / 2,
        before * 100);
    System.out.printf(
        "%d of staff's events known here after %d s (%.1f %% of a core)%n",
        WRITTEN, KNOWN.toSeconds(), written * 100);
  }

  private void connect(String centre, String name) throws IOException, InterruptedException {
    calendars.make(name);
    instance.space(centre, name);
    instance.connect(calendars.row(centre, name, calendars.server()));
    instance.decides(name, "REQUEST");
  }

  /** What staff wrote nobody can book once its system was read in its period. */
  private void seen(String name, Slots slot) throws IOException, InterruptedException {
    var order = slot.order(UUID.randomUUID().toString(), name);
    var answer = instance.post("bram", "bookings", order);
    if (!answer.path("code").asText().equals("SPACE_TAKEN")) {
      throw new IllegalStateException("booked over staff: " + answer);
    }
  }

  /** Each was read in its period, not only those in which something happened. */
  private void fresh(String name) throws IOException, InterruptedException {
    var oldest = Instant.now().minus(KNOWN);
    if (instance.asOf(name).filter(oldest::isBefore).isEmpty()) {
      throw new IllegalStateException(name + " was not read in time");
    }
  }

  private double share(int seconds) throws InterruptedException {
    var began = System.nanoTime();
    var cpu = cpu();
    TimeUnit.SECONDS.sleep(seconds);
    return (double) cpu().minus(cpu).toNanos() / (System.nanoTime() - began);
  }

  private Duration cpu() {
    return Stream.concat(Stream.of(hub), hub.descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
