package org.escale.bench.booking;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Bookings over HTTP: one hot desk, then 600 desks; a running distribution against MRBS, in turn,
 * each result read back. Prints one table. {@code ESCALE MRBS DATABASE [ROUNDS] [SECONDS]}
 */
public final class DoorStorm {
  private static final int CLIENTS = 96;

  private DoorStorm() {}

  /** Addresses of both, MRBS's database, rounds (3) and seconds of each (10). */
  public static void main(String... words) throws Exception {
    int rounds = words.length > 3 ? Integer.parseInt(words[3]) : 3;
    var length = Duration.ofSeconds(words.length > 4 ? Integer.parseInt(words[4]) : 10);
    System.out.println("| desks | contestant | answers/s | ratio | p99 ms | refused | doubled |");
    System.out.println("|---|---|---|---|---|---|---|");
    List<Contestant> all =
        List.of(new MrbsDoor(URI.create(words[1]), words[2]), new EscaleDoor(URI.create(words[0])));
    for (int desks : new int[] {1, 600}) {
      compare(all, desks, rounds, length);
    }
    System.exit(0);
  }

  private static void compare(List<Contestant> all, int desks, int rounds, Duration length)
      throws Exception {
    var results = new ArrayList<List<Storm.Result>>();
    var storms = new ArrayList<Storm>();
    for (var contestant : all) {
      var storm = new Storm(CLIENTS, desks, length);
      storm.round(contestant); // until it is warm
      storms.add(storm);
      results.add(new ArrayList<>());
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < all.size(); i++) {
        results.get(i).add(storms.get(i).round(all.get(i)));
      }
    }
    double peer = median(results.get(0)).perSecond();
    for (int i = 0; i < all.size(); i++) {
      print(desks, all.get(i), median(results.get(i)), peer);
    }
  }

  private static void print(int desks, Contestant contestant, Storm.Result result, double peer)
      throws Exception {
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %,.0f | %.1f | %,.0f | %,d | %,d |%n",
        desks,
        contestant.name(),
        result.perSecond(),
        result.perSecond() / peer,
        result.p99Millis(),
        result.refused(),
        contestant.doubled());
  }

  private static Storm.Result median(List<Storm.Result> results) {
    return results.stream()
        .sorted(Comparator.comparingDouble(Storm.Result::perSecond))
        .toList()
        .get(results.size() / 2);
  }
}
