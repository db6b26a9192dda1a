package org.escale.core.storm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/**
 * Scenario D4: a centre keeps its system for a day of 500 events on both sides, its link cut for
 * half an hour in all; then an independent judge compares what both sides say.
 */
public class TwinDayTest {
  private static final int EVENTS = 500;

  @Test
  public void d4_bothSidesSayTheSameAndNothingIsTypedTwice() throws Exception {
    try (var twin = new Twin(5, 100)) {
      var day = new TwinDay(twin);
      day.lives();
      twin.await(() -> twin.waiting().isEmpty());
      for (int quarter = 0; quarter < 2; quarter++) {
        twin.pass(Duration.ofMinutes(11));
        var since = twin.hall.house.clock.instant();
        twin.await(() -> compared(twin, since) && twin.waiting().isEmpty());
      }
      var aftermath = new TwinAftermath(twin);
      var history = aftermath.write(day.typed(), "twin");
      var violations = TwinJudge.violations(history, twin.files());
      System.out.println(
          "D4: "
              + day.typed().size()
              + " events typed; there to here "
              + told(aftermath.here())
              + "; here to there "
              + told(aftermath.there())
              + "; lost, doubled or different: "
              + violations.size());
      violations.forEach(System.out::println);
      assertTrue(day.typed().size() + " events", day.typed().size() >= EVENTS);
      assertEquals(List.of(), violations);
      spoilt(history, twin.files());
    }
  }

  /** The judge finds whatever is missing, doubled or different. */
  private static void spoilt(Path history, Path files) throws Exception {
    var lines = Files.readAllLines(history);
    for (var kind : List.of("hub\tbooking", "hub\ttime", "hub\tcopies", "centre\tbooking")) {
      var line = lines.stream().filter(l -> l.startsWith(kind)).findFirst().orElseThrow();
      var missing = new ArrayList<>(lines);
      missing.remove(line);
      var doubled = new ArrayList<>(lines);
      doubled.add(line);
      var different = new ArrayList<>(lines);
      different.set(lines.indexOf(line), line + "1");
      for (var spoilt : List.of(missing, doubled, different)) {
        var file = Files.write(history.resolveSibling("spoilt.tsv"), spoilt);
        assertFalse(kind, TwinJudge.violations(file, files).isEmpty());
      }
    }
  }

  private static boolean compared(Twin twin, java.time.Instant since) {
    return twin.desks.stream()
        .allMatch(
            desk ->
                twin.hall.house.freshness.asOf(desk, since).filter(since::isBefore).isPresent());
  }

  private static String told(List<Duration> delays) {
    return "median "
        + delays.get(delays.size() / 2).toSeconds()
        + " s, worst "
        + delays.get(delays.size() - 1).toSeconds()
        + " s of "
        + delays.size();
  }
}
