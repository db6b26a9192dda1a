package org.escale.core.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What happens when, in moved time; what happens may put more into it. */
final class Agenda {
  private static final Duration STEP = Duration.ofSeconds(20);

  private final TreeMap<Instant, List<Act>> acts = new TreeMap<>();

  /** Something that somebody does. */
  interface Act {
    void happens() throws Exception;
  }

  void at(Instant when, Act act) {
    acts.computeIfAbsent(when, then -> new ArrayList<>()).add(act);
  }

  /** Lets time go by until nothing is left to happen. */
  void lives(Twin twin) throws Exception {
    while (!acts.isEmpty()) {
      twin.pass(STEP);
      twin.keepPace();
      var now = twin.hall.house.clock.instant();
      while (!acts.isEmpty() && !acts.firstKey().isAfter(now)) {
        for (var act : acts.pollFirstEntry().getValue()) {
          act.happens();
        }
      }
    }
  }
}
