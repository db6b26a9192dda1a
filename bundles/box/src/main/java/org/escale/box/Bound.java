package org.escale.box;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which device a key came with first while the line is away, on disk: no other comes in with it
 * (law S1). A device's address lies there as a digest only. Safe for many threads of one process.
 */
record Bound(Home home) {
  private static final String FILE = "devices";
  private static final Object TURN = new Object();

  /**
   * Whether that session is of that device; it is from now on if it was of none.
   *
   * @param known whether a session can come again at all: others are forgotten
   */
  boolean to(String grant, String device, Predicate<String> known) throws IOException {
    var digest = Delivery.digest(grant + " " + device);
    synchronized (TURN) {
      var all = lines();
      var bound = all.stream().filter(line -> line.startsWith(grant + " ")).findFirst();
      if (bound.isPresent()) {
        return bound.equals(Optional.of(grant + " " + digest));
      }
      home.write(
          FILE,
          Stream.concat(
                  all.stream().filter(line -> known.test(line.substring(0, line.indexOf(' ')))),
                  Stream.of(grant + " " + digest))
              .collect(Collectors.joining("\n", "", "\n")));
      return true;
    }
  }

  private List<String> lines() throws IOException {
    return home.read(FILE).orElse("").lines().filter(line -> line.indexOf(' ') > 0).toList();
  }
}
