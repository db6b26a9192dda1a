package org.escale.centre.csv;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.libraries.cells.Reject;
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreException;

/**
 * Makes events of the rows of a file. A row that cannot be read is put aside with its reason; too
 * many of them mean that the file is not what it should be, and nothing of it is used.
 */
final class Diary {
  static final List<String> HEADING = List.of("key", "booking", "kind", "at", "what", "quantity");

  private static final String NEEDED = "at";

  private final Charset charset;
  private final WallTimes times;

  Diary(Charset charset, WallTimes times) {
    this.charset = charset;
    this.times = times;
  }

  /** What a file says, and what of it cannot be read. */
  record Page(List<Noted> events, List<Reject> rejects) {
    /** What stands behind so many rows. */
    List<CentreEvent> behind(int rows) {
      return events.stream().filter(noted -> noted.row() > rows).map(Noted::event).toList();
    }
  }

  /** An event and its row, as a spreadsheet counts. */
  record Noted(int row, CentreEvent event) {}

  /** All rows, the heading first. */
  List<List<String>> cells(byte[] content) throws CentreException {
    return Rows.read(content, charset);
  }

  Page read(List<List<String>> cells) throws CentreException {
    var columns = columns(cells.get(0));
    var page = new Page(new ArrayList<>(), new ArrayList<>());
    var seen = new HashSet<String>();
    for (int i = 1; i < cells.size(); i++) {
      if (cells.get(i).stream().anyMatch(cell -> !cell.isEmpty())) {
        add(page, seen, i + 1, named(columns, cells.get(i)));
      }
    }
    var rejects = page.rejects().size();
    if (rejects > SheetReader.MOST_REJECTS || (page.events().isEmpty() && rejects > 1)) {
      throw Troubles.garbled(rejects + " rows cannot be read: the file is not used");
    }
    return page;
  }

  private static Map<String, Integer> columns(List<String> heading) throws CentreException {
    var columns = new HashMap<String, Integer>();
    for (int i = 0; i < heading.size(); i++) {
      columns.putIfAbsent(heading.get(i).toLowerCase(Locale.ROOT), i);
    }
    for (var needed : HEADING.subList(0, HEADING.indexOf(NEEDED) + 1)) {
      if (!columns.containsKey(needed)) {
        throw Troubles.garbled("the heading has no column " + needed);
      }
    }
    return columns;
  }

  private static Map<String, String> named(Map<String, Integer> columns, List<String> cells) {
    var row = new HashMap<String, String>();
    for (var name : HEADING) {
      var index = columns.getOrDefault(name, Integer.MAX_VALUE);
      row.put(name, index < cells.size() ? cells.get(index) : "");
    }
    return row;
  }

  private void add(Page page, Set<String> seen, int number, Map<String, String> row) {
    try {
      if (!seen.add(row.get("key"))) {
        throw new IllegalArgumentException("key");
      }
      page.events().add(new Noted(number, event(row)));
    } catch (UnreadableRowException odd) {
      page.rejects().add(new Reject(number, "at", odd.getMessage()));
    } catch (IllegalArgumentException odd) {
      page.rejects().add(new Reject(number, odd.getMessage(), why(odd.getMessage())));
    }
  }

  private CentreEvent event(Map<String, String> row) throws UnreadableRowException {
    return new CentreEvent(
        row.get("key"),
        row.get("booking"),
        kind(row.get("kind")),
        times.read(row.get("at")),
        row.get("what"),
        quantity(row.get("quantity")));
  }

  private static Kind kind(String text) {
    try {
      return Kind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException odd) {
      throw new IllegalArgumentException("kind", odd);
    }
  }

  private static BigDecimal quantity(String text) {
    try {
      return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
    } catch (NumberFormatException odd) {
      throw new IllegalArgumentException("quantity", odd);
    }
  }

  private static String why(String column) {
    return switch (column) {
      case "key" -> "is missing, stands there before, or has other signs than a key";
      case "booking" -> "is not the key of a booking of ours";
      case "kind" -> "is not arrived, left, extra or corrected";
      case "what" -> "is missing, or does not go with that kind";
      default -> "is not a number that goes with that kind";
    };
  }
}
