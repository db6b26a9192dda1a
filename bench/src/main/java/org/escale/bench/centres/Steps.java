package org.escale.bench.centres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.escale.bench.centres.Recorder.Request;

/** Where the time of bookings goes, from the order until they are known to be firm. */
final class Steps {
  private static final String[] NAMES = {
    "order, until it is answered",
    "from the answer to the first request (less than 0: before it)",
    "requests, at the server and the recorder",
    "between requests",
    "from the last answer until the change is told",
    "asked whether it is firm"
  };

  private final List<double[]> bookings = new ArrayList<>();

  /** Instants of one booking, in nanoseconds. */
  record Times(long ordered, long answered, long told, long firm) {}

  void add(Times times, List<Request> requests) {
    var first = requests.get(0).came();
    var last = requests.get(requests.size() - 1).answered();
    var there = requests.stream().mapToLong(r -> r.answered() - r.came()).sum();
    var nanos =
        new long[] {
          times.answered() - times.ordered(),
          first - times.answered(),
          there,
          last - first - there,
          times.told() - last,
          times.firm() - times.told()
        };
    bookings.add(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).toArray());
  }

  void print() {
    System.out.printf("steps of %d bookings through the recorder, median ms%n", bookings.size());
    for (int step = 0; step < NAMES.length; step++) {
      int at = step;
      var sorted = bookings.stream().flatMap(b -> Stream.of(b[at])).sorted().toList();
      System.out.printf("  %-62s %7.1f%n", NAMES[step], sorted.get(sorted.size() / 2));
    }
  }
}
