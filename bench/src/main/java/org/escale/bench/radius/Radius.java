package org.escale.bench.radius;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Members who ask to come in: {@code [MEMBERS] [ROUNDS] [SECONDS]}. */
public final class Radius {
  private static final int SOCKETS = 8;
  private static final int FASTEST = 100_000;

  private final Members members;
  private final double seconds;

  private Radius(Members members, double seconds) {
    this.members = members;
    this.seconds = seconds;
  }

  /** Prints a row for each contestant. */
  public static void main(String[] words) throws Exception {
    var members = new Members(words.length > 0 ? Integer.parseInt(words[0]) : 100_000);
    int rounds = words.length > 1 ? Integer.parseInt(words[1]) : 3;
    var bench = new Radius(members, words.length > 2 ? Double.parseDouble(words[2]) : 3);
    var all = new ArrayList<Contestant>();
    try {
      all.add(new Escale(members));
      for (var contestant : all) {
        bench.round(contestant);
      }
      for (int round = 0; round < rounds; round++) {
        for (var contestant : all) {
          System.out.println(bench.round(contestant));
        }
      }
    } finally {
      for (var contestant : all) {
        contestant.close();
      }
    }
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

  private Figures round(Contestant contestant) throws Exception {
    var sockets = new ArrayList<Asking>();
    for (int i = 0; i < SOCKETS; i++) {
      var socket = new Asking(contestant.access());
      socket.prepare(members, new Random(), (int) (FASTEST * seconds / SOCKETS));
      sockets.add(socket);
    }
    var pool = Executors.newFixedThreadPool(SOCKETS);
    try {
      var before = contestant.cpu();
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      int answered = 0;
      for (var done : pool.invokeAll(sockets.stream().map(s -> run(s, end)).toList())) {
        answered += done.get();
      }
      double took = (System.nanoTime() - start) / 1e9;
      double cpu = contestant.cpu().minus(before).toNanos() / 1e3 / answered;
      sockets.forEach(Asking::check);
      var times = sockets.stream().flatMapToLong(s -> Arrays.stream(s.took())).sorted().toArray();
      int again = sockets.stream().mapToInt(Asking::again).sum();
      return new Figures(
          contestant.name(), answered / took, cpu, at(times, 0.5), at(times, 0.99), again);
    } finally {
      pool.shutdownNow();
      sockets.forEach(Asking::close);
    }
  }

  private static Callable<Integer> run(Asking asking, long end) {
    return () -> asking.run(end);
  }

  private static double at(long[] sorted, double part) {
    return sorted[(int) (sorted.length * part)] / 1e6;
  }
}
