package org.escale.itests.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The table of what is sent to each operation, and of those that are left alone for a reason. */
record Orders(
    Map<String, String> bodies,
    Map<String, String> leftAlone,
    Map<String, String> queries,
    Instant now) {
  private static final Pattern FOREIGN = Pattern.compile("\\$\\{([A-Za-z-]+)}");

  private static final Duration AHEAD = Duration.ofDays(3);
  private static final Duration LENGTH = Duration.ofHours(1);

  /** The table, with slots some days after that instant, and changes after that cursor. */
  static Orders read(Instant now, String news) {
    var bodies = new TreeMap<String, String>();
    var reasons = new TreeMap<String, String>();
    var file = Orders.class.getResourceAsStream("orders.txt");
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines.lines().filter(l -> !l.startsWith("#")).forEach(l -> add(l, now, bodies, reasons));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var from = now.plus(AHEAD);
    var slot = "&from=" + from + "&to=" + from.plus(LENGTH);
    var queries = Map.of("/availability", "&lat=50&lon=4" + slot, "/events", "&cursor=" + news);
    return new Orders(bodies, reasons, queries, now);
  }

  private static void add(
      String line, Instant now, Map<String, String> bodies, Map<String, String> reasons) {
    var words = line.split(" ", 3);
    var name = words[0] + " " + words[1];
    if (words[2].startsWith("#")) {
      reasons.put(name, words[2].substring(1).strip());
    } else {
      bodies.put(name, timed(words[2], now));
    }
  }

  /** Whether somebody thought of it. */
  boolean knows(Documented operation) {
    return bodies.containsKey(operation.name()) || leftAlone.containsKey(operation.name());
  }

  /** With a slot some days after that instant. */
  static String timed(String text, Instant now) {
    var from = now.plus(AHEAD);
    return text.replace("${from}", from.toString()).replace("${to}", from.plus(LENGTH).toString());
  }

  /** The body about these ids; empty where one of them is missing, or the operation has none. */
  Optional<String> about(Documented operation, Map<String, String> ids) {
    return Optional.ofNullable(bodies.get(operation.name())).flatMap(text -> filled(text, ids));
  }

  /** That text about these ids; empty where one of them is missing. */
  static Optional<String> filled(String text, Map<String, String> ids) {
    return FOREIGN.matcher(text).results().allMatch(f -> ids.containsKey(f.group(1)))
        ? Optional.of(FOREIGN.matcher(text).replaceAll(f -> ids.get(f.group(1))))
        : Optional.empty();
  }

  /** What is foreign in it: what its body names, or else its path; empty where neither does. */
  String family(Documented operation) {
    var named = named(bodies.getOrDefault(operation.name(), ""));
    return named.isEmpty() ? operation.family() : named;
  }

  /** What that text names last; empty where it names nothing. */
  static String named(String text) {
    return FOREIGN.matcher(text).results().map(f -> f.group(1)).reduce("", (a, b) -> b);
  }

  /** What body and path name, each as something that nobody made. */
  Map<String, String> strange(Documented operation, String id) {
    var ids = new TreeMap<>(operation.strange(id));
    FOREIGN
        .matcher(bodies.getOrDefault(operation.name(), ""))
        .results()
        .forEach(f -> ids.put(f.group(1), id));
    return ids;
  }
}
