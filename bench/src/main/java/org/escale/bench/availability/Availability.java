package org.escale.bench.availability;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The five nearest free desks, among a million bookings, in process and by PostGIS, in turn: {@code
 * JDBC-ADDRESS [ROUNDS] [SECONDS]}. Both must give the same desks before anything is timed.
 */
public final class Availability {
  private static final int COMPARED = 300;
  private static final int[][] SIZES = {{30, 27}, {1_000, 27}, {100_000, 3}};

  private Availability() {}

  /** Prints a row for each size. */
  public static void main(String[] words) throws Exception {
    int rounds = words.length > 1 ? Integer.parseInt(words[1]) : 3;
    double seconds = words.length > 2 ? Double.parseDouble(words[2]) : 4;
    System.out.printf(
        "%-8s %-9s %12s %12s %8s %10s%n",
        "centres", "desks", "Escale us", "PostGIS us", "ratio", "compared");
    for (var size : SIZES) {
      var land = Land.of(size[0], size[1]);
      try (var ours = new InMemory(land);
          var theirs = new PostGis(words[0], land)) {
        int compared = compare(ours, theirs);
        var one = new ArrayList<Double>();
        var other = new ArrayList<Double>();
        for (int round = -1; round < rounds; round++) {
          double mine = micros(ours, seconds);
          double peers = micros(theirs, seconds);
          if (round >= 0) { // the first one warms up
            one.add(mine);
            other.add(peers);
          }
        }
        System.out.printf(
            "%-8d %-9d %12.1f %12.1f %8.0f %10d%n",
            size[0],
            size[0] * size[1],
            median(one),
            median(other),
            median(other) / median(one),
            compared);
      }
    }
  }

  private static int compare(Contestant ours, Contestant theirs) throws Exception {
    var random = new Random(11);
    for (int i = 0; i < COMPARED; i++) {
      var question = Question.any(random);
      var mine = ours.ask(question);
      var peers = theirs.ask(question);
      if (mine.isEmpty() || !mine.equals(peers)) {
        throw new IllegalStateException(question + ": " + mine + " and not " + peers);
      }
    }
    return COMPARED;
  }

  private static double micros(Contestant contestant, double seconds) throws Exception {
    var random = new Random(System.nanoTime());
    long end = System.nanoTime() + (long) (seconds * 1e9);
    long start = System.nanoTime();
    long asked = 0;
    for (long now = start; now < end; now = System.nanoTime()) {
      if (contestant.ask(Question.any(random)).isEmpty()) {
        throw new IllegalStateException(contestant.getClass().getSimpleName() + " found nothing");
      }
      asked++;
    }
    return (System.nanoTime() - start) / 1e3 / asked;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
