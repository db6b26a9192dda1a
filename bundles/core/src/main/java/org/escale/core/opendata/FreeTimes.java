package org.escale.core.opendata;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.escale.word.TimeSlot;

/** What is left of the hours in which a centre is open. Pure. */
final class FreeTimes {
  /** Shorter gaps are of no use to anybody. */
  static final Duration SHORTEST = Duration.ofMinutes(15);

  private FreeTimes() {}

  /** The gaps of one opening between busy times that stand in order of their start. */
  static List<TimeSlot> in(TimeSlot open, List<TimeSlot> busy) {
    var free = new ArrayList<TimeSlot>();
    var from = open.from();
    for (var taken : busy) {
      if (open.overlaps(taken)) {
        add(from, taken.from(), free);
        from = from.isAfter(taken.to()) ? from : taken.to();
      }
    }
    add(from, open.to(), free);
    return free;
  }

  private static void add(Instant from, Instant to, List<TimeSlot> free) {
    if (!Duration.between(from, to).minus(SHORTEST).isNegative()) {
      free.add(new TimeSlot(from, to));
    }
  }
}
