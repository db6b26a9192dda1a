package org.escale.bench.booking;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * The booking storm: one hot space, then 1,000 spaces; the store on both databases against the
 * exclusion constraint alone, in turn, each result checked. Prints one table.
 */
public final class BookingStorm {
  private static final int CLIENTS = 96;
  private static final int WARM = 20_000;
  private static final int MOST_WARMING = 8;

  private BookingStorm() {}

  /** Rounds (3) and seconds of each (4). */
  public static void main(String... arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    System.out.println(
        "| spaces | contestant | bookings/s | ratio | p99 ms | CPU us each | refused |");
    System.out.println("|---|---|---|---|---|---|---|");
    try (var server = new Server()) {
      for (int spaces : new int[] {1, 1000}) {
        compare(contestants(server, spaces), spaces, rounds, Duration.ofSeconds(seconds));
      }
    }
    System.exit(0);
  }

  private static List<Contestant> contestants(Server server, int spaces)
      throws SQLException, IOException {
    var postgres = server.database("escale" + spaces);
    return List.of(
        new ConstraintAlone(server, "peer" + spaces),
        new EscaleStore("Escale on PostgreSQL", postgres, server::cpu),
        new EscaleStore("Escale on Derby", derby(), () -> Duration.ZERO));
  }

  private static DataSource derby() throws IOException {
    var derby = new EmbeddedDataSource();
    derby.setDatabaseName(Files.createTempDirectory("escale-bench").resolve("db").toString());
    derby.setCreateDatabase("create");
    return derby;
  }

  private static void compare(List<Contestant> all, int spaces, int rounds, Duration length)
      throws Exception {
    var results = new ArrayList<List<Storm.Result>>();
    var storms = new ArrayList<Storm>();
    for (var contestant : all) {
      var storm = new Storm(CLIENTS, spaces, length);
      warm(contestant, storm);
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
      var result = median(results.get(i));
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %,.0f | %.1f | %.0f | %.0f | %,d |%n",
          spaces,
          all.get(i).name(),
          result.perSecond(),
          result.perSecond() / peer,
          result.p99Millis(),
          result.cpuMicros(),
          result.refused());
      all.get(i).close();
    }
  }

  /** Until the compiler has seen enough: so many bookings, or so many rounds on a busy machine. */
  private static void warm(Contestant contestant, Storm storm) throws Exception {
    long taken = 0;
    for (int round = 0; round < MOST_WARMING && taken < WARM; round++) {
      taken += storm.round(contestant).taken();
    }
  }

  private static Storm.Result median(List<Storm.Result> results) {
    return results.stream()
        .sorted(Comparator.comparingDouble(Storm.Result::perSecond))
        .toList()
        .get(results.size() / 2);
  }
}
