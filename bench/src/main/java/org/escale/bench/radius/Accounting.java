package org.escale.bench.radius;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.escale.bench.radius.Radius.Figures;

/**
 * Members who ask to come in, come and go: {@code POSTGRES-FOLDER POSTGRES-PORT [MEMBERS] [ROUNDS]
 * [SECONDS]}. First as fast as they are answered, then 1,500 requests a second.
 */
public final class Accounting {
  private static final int SOCKETS = 8;
  private static final int PACE = 1_500;
  private static final int WARMING = 6;

  private final Members members;
  private final double seconds;
  private final Map<String, Integer> visited = new LinkedHashMap<>();
  private int rounds;

  private Accounting(Members members, double seconds) {
    this.members = members;
    this.seconds = seconds;
  }

  /** Prints a row for each contestant. */
  public static void main(String[] words) throws Exception {
    var database = new Database(Path.of(words[0]), Integer.parseInt(words[1]));
    var members = new Members(words.length > 2 ? Integer.parseInt(words[2]) : 100_000);
    int rounds = words.length > 3 ? Integer.parseInt(words[3]) : 3;
    var bench = new Accounting(members, words.length > 4 ? Double.parseDouble(words[4]) : 3);
    database.fill(members);
    var all = new ArrayList<Told>();
    try {
      all.add(new FreeRadius(new Credentials.InDatabase(database, true), members));
      all.add(new FreeRadius(new Credentials.InFiles(members), members));
      all.add(new Escale(members));
      for (int i = 0; i < WARMING; i++) {
        bench.each(all, 0, new LinkedHashMap<>());
      }
      var fast = new LinkedHashMap<String, List<Figures>>();
      var paced = new LinkedHashMap<String, List<Figures>>();
      for (int round = 0; round < rounds; round++) {
        bench.each(all, 0, fast);
      }
      for (int round = 0; round < rounds; round++) {
        bench.each(all, PACE, paced);
      }
      print("as fast as they are answered", fast);
      print(PACE + " requests a second", paced);
      for (var contestant : all) {
        bench.count(contestant);
      }
    } finally {
      for (var contestant : all) {
        contestant.close();
      }
    }
  }

  private static void print(String what, Map<String, List<Figures>> figures) {
    System.out.printf("%n%s; each answer checked; medians of the rounds%n", what);
    var ours = Radius.median(figures.get("Escale"));
    for (var shown : figures.values()) {
      var one = Radius.median(shown);
      System.out.printf(
          "%s  ours is %.2f x, its p99 %.2f x%n",
          one, ours.rate() / one.rate(), ours.p99() / one.p99());
    }
  }

  private void each(List<Told> all, int pace, Map<String, List<Figures>> figures) throws Exception {
    rounds++;
    for (var contestant : all) {
      var shown = round(contestant, pace);
      System.err.println(shown);
      figures.computeIfAbsent(shown.name(), name -> new ArrayList<>()).add(shown);
    }
  }

  private Figures round(Told contestant, int pace) throws Exception {
    var sockets = new ArrayList<Visiting>();
    for (int i = 0; i < SOCKETS; i++) {
      var who = new Visiting.Visitors(members, i, SOCKETS, "r" + rounds);
      sockets.add(new Visiting(contestant, who));
    }
    long pause = pace == 0 ? 0 : 1_000_000_000L * Visit.REQUESTS * SOCKETS / pace;
    var pool = Executors.newFixedThreadPool(SOCKETS);
    try {
      var before = contestant.cpu();
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      var begun = sockets.stream().map(s -> run(s, end, pause)).toList();
      for (var done : pool.invokeAll(begun)) {
        done.get();
      }
      return figures(contestant, sockets, System.nanoTime() - start, before);
    } finally {
      pool.shutdownNow();
      sockets.forEach(Visiting::close);
    }
  }

  private Figures figures(Told there, List<Visiting> sockets, long nanos, Duration before) {
    int answered = sockets.stream().mapToInt(Visiting::answered).sum();
    visited.merge(there.name(), sockets.stream().mapToInt(Visiting::visited).sum(), Integer::sum);
    var times = sockets.stream().flatMapToLong(s -> Arrays.stream(s.took())).sorted().toArray();
    return new Figures(
        there.name(),
        answered / (nanos / 1e9),
        there.cpu().minus(before).toNanos() / 1e3 / answered,
        Radius.at(times, 0.5),
        Radius.at(times, 0.99),
        sockets.stream().mapToInt(Visiting::again).sum());
  }

  private static Callable<Boolean> run(Visiting visiting, long end, long pause) {
    return () -> {
      visiting.run(end, pause);
      return true;
    };
  }

  /** Every visit stands in the contestant's own store, begun and ended. */
  private void count(Told contestant) throws Exception {
    var counted = contestant.counted();
    int there = visited.get(contestant.name());
    System.out.printf(
        "%-30s %d visits, in its own store %d begun and %d ended%n",
        contestant.name(), there, counted.begun(), counted.ended());
    if (counted.begun() != there || counted.ended() != there) {
      throw new IllegalStateException(contestant.name() + " lost or doubled some");
    }
  }
}
