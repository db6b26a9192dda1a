package org.escale.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a list that lies beside this class: cells between commas, quoted where need be. */
final class CsvLines {
  /** A comma with an even number of quotes behind it. */
  private static final Pattern BETWEEN_CELLS = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private CsvLines() {}

  /** All lines but the heading. */
  static List<List<String>> of(String resource) {
    var stream = CsvLines.class.getResourceAsStream(resource);
    try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return in.lines().skip(1).map(CsvLines::cells).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return BETWEEN_CELLS.splitAsStream(line).map(cell -> cell.replace("\"", "")).toList();
  }
}
