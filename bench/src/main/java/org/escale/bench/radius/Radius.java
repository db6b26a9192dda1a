package org.escale.bench.radius;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Members who ask to come in: {@code POSTGRES-FOLDER POSTGRES-PORT RESPONDER [MEMBERS] [ROUNDS]
 * [SECONDS]}.
 */
public final class Radius {
  private static final int SOCKETS = 8;
  private static final int FASTEST = 200_000;
  private static final int WARM = 1_000_000;
  private static final int WARMING = 6;

  private final Members members;
  private final double seconds;

  Radius(Members members, double seconds) {
    this.members = members;
    this.seconds = seconds;
  }

  /** Prints a row for each contestant. */
  public static void main(String[] words) throws Exception {
    var database = new Database(Path.of(words[0]), Integer.parseInt(words[1]));
    var members = new Members(words.length > 3 ? Integer.parseInt(words[3]) : 100_000);
    int rounds = words.length > 4 ? Integer.parseInt(words[4]) : 3;
    var bench = new Radius(members, words.length > 5 ? Double.parseDouble(words[5]) : 3);
    database.fill(members);
    var all = new ArrayList<Contestant>();
    try {
      for (boolean tuned : new boolean[] {false, true}) {
        all.add(new FreeRadius(new Credentials.InDatabase(database, tuned), members));
      }
      all.add(new FreeRadius(new Credentials.InFiles(members), members));
      all.add(new Responder(Path.of(words[2]), members));
      all.add(new Escale(members));
      var figures = new LinkedHashMap<String, List<Figures>>();
      for (var contestant : all) {
        bench.warm(contestant);
      }
      for (int round = 0; round < rounds; round++) {
        for (var contestant : all) {
          var shown = bench.round(contestant);
          System.err.println(shown);
          figures.computeIfAbsent(shown.name(), name -> new ArrayList<>()).add(shown);
        }
      }
      print(figures);
    } finally {
      for (var contestant : all) {
        contestant.close();
      }
    }
  }

  private static void print(Map<String, List<Figures>> figures) {
    var ours = median(figures.get("Escale"));
    System.out.printf("%n%d rounds, each answer checked; medians by rate%n", rounds(figures));
    for (var shown : figures.values()) {
      var one = median(shown);
      System.out.printf("%s  ours is %.2f x%n", one, ours.rate() / one.rate());
    }
  }

  private static int rounds(Map<String, List<Figures>> figures) {
    return figures.values().iterator().next().size();
  }

  static Figures median(List<Figures> figures) {
    var sorted = figures.stream().sorted(Comparator.comparingDouble(Figures::rate)).toList();
    return sorted.get(sorted.size() / 2);
  }

  /** What a round showed. */
  record Figures(String name, double rate, double cpuMicros, double p50, double p99, int again) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-30s %10.0f/s %8.1f us CPU  p50 %8.3f ms  p99 %8.3f ms  %d again",
          name,
          rate,
          cpuMicros,
          p50,
          p99,
          again);
    }
  }

  /** So many answers, or rounds: what is fast is compiled while it runs. */
  void warm(Contestant contestant) throws Exception {
    double answers = 0;
    for (int round = 0; round < WARMING && answers < WARM; round++) {
      var shown = round(contestant);
      System.err.println("warming " + shown);
      answers += shown.rate() * seconds;
    }
  }

  Figures round(Contestant contestant) throws Exception {
    var sockets = new ArrayList<Asking>();
    for (int i = 0; i < SOCKETS; i++) {
      var socket = new Asking(contestant.access());
      socket.prepare(members, new Random(), (int) (FASTEST * seconds / SOCKETS));
      sockets.add(socket);
    }
    try {
      var before = contestant.cpu();
      long start = System.nanoTime();
      int answered = Asking.run(sockets, start + (long) (seconds * 1e9));
      double took = (System.nanoTime() - start) / 1e9;
      double cpu = contestant.cpu().minus(before).toNanos() / 1e3 / answered;
      sockets.forEach(Asking::check);
      var times = sockets.stream().flatMapToLong(s -> Arrays.stream(s.took())).sorted().toArray();
      int again = sockets.stream().mapToInt(Asking::again).sum();
      return new Figures(
          contestant.name(), answered / took, cpu, at(times, 0.5), at(times, 0.99), again);
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  static double at(long[] sorted, double part) {
    return sorted[(int) (sorted.length * part)] / 1e6;
  }
}
