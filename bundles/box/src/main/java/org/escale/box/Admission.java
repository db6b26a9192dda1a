package org.escale.box;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who may come in while the line is away: a line {@code admit} of the signed list.
 *
 * @param grant the session that the code opens
 * @param digest of the code
 * @param from when that person may come
 * @param to until when
 * @param end when the session is over at the latest
 * @param longest how long a visit lasts at most
 * @param cents the most that it may come to
 * @param purses which pay, by name; all of them have to hold that much
 * @param place {@code booking/} and an id, or {@code desk}: any that is free
 */
record Admission(
    String grant,
    int segment,
    String digest,
    Instant from,
    Instant to,
    Instant end,
    Duration longest,
    long cents,
    List<String> purses,
    String place) {
  private static final String ADMIT = "admit";
  private static final int WORDS = 11;

  /** All for that digest. */
  static List<Admission> of(String list, String digest) {
    return list.lines()
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length == WORDS && words[0].equals(ADMIT))
        .filter(words -> words[3].equals(digest))
        .map(Admission::read)
        .toList();
  }

  private static Admission read(String... w) {
    return new Admission(
        w[1],
        Integer.parseInt(w[2]),
        w[3],
        Instant.parse(w[4]),
        Instant.parse(w[5]),
        Instant.parse(w[6]),
        Duration.ofSeconds(Long.parseLong(w[7])),
        Long.parseLong(w[8]),
        purses(w[9]),
        w[10]);
  }

  static List<String> purses(String text) {
    return Stream.of(text.split(",", -1)).filter(name -> !name.equals("-")).toList();
  }

  /** The session's end for who comes in then, at a desk that is free so long. */
  Instant until(Instant now, Instant free) {
    return Stream.of(now.plus(longest), end, free).min(Instant::compareTo).orElseThrow();
  }

  /** What that purse may still be spent for by this box; nothing where the list does not say. */
  static long limit(String list, String purse) {
    return words(list, "purse", purse).map(Long::parseLong).orElse(0L);
  }

  /** A desk for who did not book, and until when it is free. */
  record Desk(String id, Instant until) {}

  /** The desks of that list. */
  static List<Desk> desks(String list) {
    return list.lines()
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length == 3 && words[0].equals("desk"))
        .map(words -> new Desk(words[1], Instant.parse(words[2])))
        .toList();
  }

  private static Optional<String> words(String list, String kind, String name) {
    return list.lines()
        .filter(line -> line.startsWith(kind + " " + name + " "))
        .map(line -> line.substring(kind.length() + name.length() + 2))
        .findFirst();
  }
}
