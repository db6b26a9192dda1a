package org.escale.itests.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The operations of which somebody said that they show nothing of anybody, and why. */
record Open(Set<String> names) {

  /** The table open.txt; a line without a reason is wrong. */
  static Open read() {
    var file = Open.class.getResourceAsStream("open.txt");
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      var said =
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" # ", 2))
              .collect(Collectors.toMap(words -> words[0], words -> words[1]));
      return new Open(new TreeSet<>(said.keySet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
