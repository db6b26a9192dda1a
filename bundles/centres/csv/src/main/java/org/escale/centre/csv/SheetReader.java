package org.escale.centre.csv;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escale.centre.csv.Row.Status;
import org.escale.libraries.cells.Reject;
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreException;
import org.escale.word.TimeSlot;

/**
 * Makes rows of a file. A row that cannot be read is put aside with its reason; too many of them
 * mean that the file is not what it should be, and nothing of it is used.
 */
final class SheetReader {
  static final String KEY = "key";
  static final String FROM = "from";
  static final String TO = "to";
  static final String STATUS = "status";

  /** The most rows that are put aside. */
  static final int MOST_REJECTS = 100;

  private static final int LONGEST_KEY = 200;
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Charset charset;
  private final WallTimes times;

  SheetReader(Charset charset, WallTimes times) {
    this.charset = charset;
    this.times = times;
  }

  Sheet read(byte[] content) throws CentreException {
    var cells = Rows.read(content, charset);
    var columns = columns(cells.get(0));
    var round = new Round(columns, new HashMap<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 1; i < cells.size(); i++) {
      if (cells.get(i).stream().anyMatch(cell -> !cell.isEmpty())) {
        add(round, i + 1, cells.get(i));
      }
    }
    if (round.rejects.size() > MOST_REJECTS || (round.rows.isEmpty() && !round.rejects.isEmpty())) {
      throw Troubles.garbled(round.rejects.size() + " rows cannot be read: the file is not used");
    }
    return new Sheet(round.rows, round.rejects);
  }

  private record Round(
      Map<String, Integer> columns,
      Map<String, Integer> seen,
      List<Row> rows,
      List<Reject> rejects) {}

  private static Map<String, Integer> columns(List<String> heading) throws CentreException {
    var columns = new HashMap<String, Integer>();
    for (int i = 0; i < heading.size(); i++) {
      columns.putIfAbsent(heading.get(i).toLowerCase(Locale.ROOT), i);
    }
    for (var needed : List.of(KEY, FROM, TO)) {
      if (!columns.containsKey(needed)) {
        throw Troubles.garbled("the heading has no column " + needed);
      }
    }
    return columns;
  }

  private void add(Round round, int number, List<String> cells) {
    var column = KEY;
    try {
      var key = key(round, cells);
      column = FROM;
      var from = times.read(cell(round, cells, FROM));
      column = TO;
      var to = times.read(cell(round, cells, TO));
      if (!from.isBefore(to)) {
        throw new UnreadableRowException("is not after from");
      }
      if (Duration.between(from, to).compareTo(LONGEST) > 0) {
        throw new UnreadableRowException("is more than 400 days after from");
      }
      column = STATUS;
      var row = new Row(key, new TimeSlot(from, to), status(round, cells));
      round.seen.put(key, number);
      round.rows.add(row);
    } catch (UnreadableRowException odd) {
      round.rejects.add(new Reject(number, column, odd.getMessage()));
    }
  }

  private static String key(Round round, List<String> cells) throws UnreadableRowException {
    var key = cell(round, cells, KEY);
    if (key.isEmpty()) {
      throw new UnreadableRowException("is missing");
    }
    if (key.length() > LONGEST_KEY) {
      throw new UnreadableRowException("has more than " + LONGEST_KEY + " characters");
    }
    if (round.seen.containsKey(key)) {
      throw new UnreadableRowException("stands in row " + round.seen.get(key) + " too");
    }
    return key;
  }

  private static Status status(Round round, List<String> cells) throws UnreadableRowException {
    var text = cell(round, cells, STATUS).toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return Status.BUSY;
    }
    try {
      return Status.valueOf(text);
    } catch (IllegalArgumentException odd) {
      throw new UnreadableRowException("is not busy, held, free or cancelled");
    }
  }

  private static String cell(Round round, List<String> cells, String column) {
    var index = round.columns.getOrDefault(column, Integer.MAX_VALUE);
    return index < cells.size() ? cells.get(index) : "";
  }
}
