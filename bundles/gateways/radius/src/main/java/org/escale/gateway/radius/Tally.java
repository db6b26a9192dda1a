package org.escale.gateway.radius;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is wrong, and says so in the log at the first, second, fourth, eighth... time: a
 * flood leaves no flood there. Safe for many threads.
 */
final class Tally {
  private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

  private final String where;
  private final Map<Noted, LongAdder> counts = new EnumMap<>(Noted.class);

  Tally(String where) {
    this.where = where;
    for (var noted : Noted.values()) {
      counts.put(noted, new LongAdder());
    }
  }

  void note(Noted what) {
    var count = counts.get(what);
    count.increment();
    long sum = count.sum();
    if (Long.bitCount(sum) == 1) {
      LOG.warn("{}: {} {}", where, what.text(), sum);
    }
  }

  long of(Noted what) {
    return counts.get(what).sum();
  }

  /** What was counted, in words; empty if nothing was. */
  String text() {
    var text = new StringBuilder();
    counts.forEach(
        (noted, count) -> {
          if (count.sum() > 0) {
            text.append("; ").append(noted.text()).append(' ').append(count.sum());
          }
        });
    return text.toString();
  }
}
