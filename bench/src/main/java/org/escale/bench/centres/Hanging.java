package org.escale.bench.centres;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * How far a centre's system that hangs moves the bookings of others: the same orders of a desk that
 * is decided here and of one that another calendar decides, in turn while a third system answers
 * and while it takes every request and never answers, with bookings that wait for it.
 */
public final class Hanging {
  private static final String MEMBER = "bram";
  private static final int FIRM = 4;

  private final Instance instance;
  private final Changes told;
  private int number;
  private int late;

  private Hanging(Instance instance, Changes told) {
    this.instance = instance;
    this.told = told;
  }

  /** Nanoseconds of the orders decided here, and of those that another calendar decides. */
  private record Phase(long[] here, long[] there) {
    static final Phase NONE = new Phase(new long[0], new long[0]);

    Phase and(Phase other) {
      return new Phase(both(here, other.here), both(there, other.there));
    }

    private static long[] both(long[] one, long[] other) {
      return LongStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }
  }

  /** PORT DATA RADICALE HUB ROUNDS ORDERS WAITING: hub and Radicale run already. */
  public static void main(String[] args) throws Exception {
    var instance = new Instance(Integer.parseInt(args[0]), Path.of(args[1]));
    var size = new Size(parsed(args[4]), parsed(args[5]), parsed(args[6]));
    try (var told = new Changes(instance, "cei-desk")) {
      new Hanging(instance, told).run(URI.create(args[2]), size);
    }
  }

  private static int parsed(String number) {
    return Integer.parseInt(number);
  }

  /** How often, how many orders each time, and how many wait for the one that hangs. */
  private record Size(int rounds, int orders, int waiting) {}

  private void run(URI radicale, Size size) throws Exception {
    var calendars = new Calendars(radicale);
    try (var line = new Recorder(radicale)) {
      instance.space("cei", "here");
      for (var name : new String[] {"hangs", "there"}) {
        var at =
            name.equals("hangs") ? URI.create("http://127.0.0.1:" + line.port() + "/") : radicale;
        calendars.make(name);
        instance.space("cei", name);
        instance.connect(calendars.row("cei", name, at));
        instance.decides(name, "CENTRE_CHECKED");
        instance.read(name);
      }
      phase(size.orders());
      var quiet = Phase.NONE;
      var hanging = Phase.NONE;
      for (int round = 0; round < size.rounds(); round++) {
        // who comes first changes, for the hub grows warmer and its calendars longer
        if (round % 2 == 0) {
          quiet = quiet.and(phase(size.orders()));
        }
        hanging = hanging.and(whileOneHangs(line, size));
        if (round % 2 == 1) {
          quiet = quiet.and(phase(size.orders()));
        }
      }
      report("decided here", quiet.here(), hanging.here());
      report("decided by another calendar", quiet.there(), hanging.there());
    }
  }

  /** Afterwards all that waited is firm, so that what comes next is quiet. */
  private Phase whileOneHangs(Recorder line, Size size) throws Exception {
    line.hang(true);
    var waiting = new ArrayList<String>();
    for (int n = 0; n < size.waiting(); n++) {
      var id = UUID.randomUUID().toString();
      instance.post(MEMBER, "bookings", new Slots(late++).order(id, "hangs"));
      waiting.add(id);
    }
    var phase = phase(size.orders());
    line.hang(false);
    for (var id : waiting) {
      Instance.await("firm", () -> firm(id));
    }
    line.taken();
    return phase;
  }

  private boolean firm(String id) throws IOException, InterruptedException {
    return instance.get(MEMBER, "bookings/" + id).path("state").asText().equals("CONFIRMED");
  }

  private Phase phase(int orders) throws Exception {
    var here = new long[orders];
    for (int n = 0; n < orders; n++) {
      here[n] = timed("here");
    }
    var there = new long[orders / FIRM];
    for (int n = 0; n < there.length; n++) {
      there[n] = timed("there");
    }
    return new Phase(here, there);
  }

  /** An order until it is firm; it is cancelled, so that the calendar stays as it is. */
  private long timed(String desk) throws IOException, InterruptedException {
    var id = UUID.randomUUID().toString();
    var order = slot().order(id, desk);
    var began = System.nanoTime();
    var said = instance.post(MEMBER, "bookings", order).path("state").asText();
    if (said.equals("PENDING")) {
      told.await(id, () -> firm(id));
    } else if (!said.equals("CONFIRMED")) {
      throw new IllegalStateException("not taken on: " + said);
    }
    var took = System.nanoTime() - began;
    instance.delete(MEMBER, "bookings/" + id);
    return took;
  }

  private Slots slot() {
    return new Slots(number++ % 72);
  }

  private static void report(String what, long[] quiet, long[] hanging) {
    Arrays.sort(quiet);
    Arrays.sort(hanging);
    System.out.printf("%s, %d orders each way%n", what, quiet.length);
    for (int percent : new int[] {50, 95, 99}) {
      double before = quiet[quiet.length * percent / 100] / 1e6;
      double after = hanging[hanging.length * percent / 100] / 1e6;
      System.out.printf(
          "  p%d: %.1f ms, %.1f ms while one hangs, ratio %.2f%n",
          percent, before, after, after / before);
    }
  }
}
