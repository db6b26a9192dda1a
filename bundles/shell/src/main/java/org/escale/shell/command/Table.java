package org.escale.shell.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a heading, for people in columns and for machines in JSON. */
record Table(List<String> heading, List<List<String>> rows) {

  /** In columns as wide as need be. */
  String text() {
    var widths =
        IntStream.range(0, heading.size())
            .map(n -> Math.max(heading.get(n).length(), widest(n)))
            .boxed()
            .toList();
    var lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toList());
    lines.add(0, line(heading, widths));
    return String.join(System.lineSeparator(), lines);
  }

  /** An array of objects whose fields are the heading. */
  String json() {
    return rows.stream().map(this::object).collect(Collectors.joining(",", "[", "]"));
  }

  /** A text as JSON writes it. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int n = 0; n < text.length(); n++) {
      char c = text.charAt(n);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(n -> cells.get(n) + " ".repeat(widths.get(n) - cells.get(n).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private String object(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(n -> quoted(heading.get(n)) + ":" + quoted(cells.get(n)))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
