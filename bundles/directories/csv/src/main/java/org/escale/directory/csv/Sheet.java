package org.escale.directory.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.escale.libraries.cells.Cells;
import org.escale.libraries.cells.CellsException;
import org.escale.libraries.cells.Reject;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.Reading;

/**
 * Makes records of the rows of a file. A row that does not say whom it is about, or whether that
 * one is still there, is put aside, and then the file is not the whole: nobody is ended for not
 * standing in it. A row with an odd fact is told as well and handed on: who keeps the facts leaves
 * that one as it was. For one thread.
 */
final class Sheet<T> {
  private static final String ID = "id";
  private static final int LONGEST_ID = 512;

  /** Who has so much to put right gave us another file than was meant. */
  private static final int MOST_REJECTS = 1000;

  private final List<T> records = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private boolean whole = true;

  /** Makes a record of a row whose id is known. */
  @FunctionalInterface
  interface Maker<T> {
    void make(Row row, Sheet<T> sheet);
  }

  /** Of those rows. */
  static <T> Sheet<T> of(List<Row> rows, Maker<T> maker) {
    var sheet = new Sheet<T>();
    for (var row : rows) {
      var id = row.text(ID);
      if (id.isEmpty() || id.length() > LONGEST_ID) {
        sheet.unclear(row, ID, "is missing, or longer than " + LONGEST_ID + " characters");
      } else if (!sheet.seen.add(id)) {
        sheet.odd(row, ID, "stands there before");
      } else {
        maker.make(row, sheet);
      }
    }
    return sheet;
  }

  static DirectoryException garbled(String sentence) {
    return new DirectoryException(Trouble.GARBLED, sentence);
  }

  private static List<List<String>> cells(byte[] content, Charset charset)
      throws DirectoryException {
    try {
      return Cells.read(content, charset, Reading.MOST);
    } catch (CellsException unusable) {
      throw new DirectoryException(Trouble.valueOf(unusable.fault().name()), unusable.getMessage());
    }
  }

  /** The rows of a file, without its heading and empty lines. */
  static List<Row> rows(byte[] content, Charset charset, Set<String> needed)
      throws DirectoryException {
    var cells = cells(content, charset);
    var columns = columns(cells.get(0), needed);
    var rows = new ArrayList<Row>();
    for (int i = 1; i < cells.size(); i++) {
      var row = cells.get(i);
      if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
        var named = new HashMap<String, String>();
        columns.forEach((name, at) -> named.put(name, at < row.size() ? row.get(at) : ""));
        rows.add(new Row(i + 1, named));
      }
    }
    return rows;
  }

  private static Map<String, Integer> columns(List<String> heading, Set<String> needed)
      throws DirectoryException {
    var columns = new HashMap<String, Integer>();
    for (int i = 0; i < heading.size(); i++) {
      columns.putIfAbsent(heading.get(i).toLowerCase(Locale.ROOT), i);
    }
    for (var name : needed) {
      if (!columns.containsKey(name)) {
        throw garbled("the heading has no column " + name);
      }
    }
    return columns;
  }

  void add(T record) {
    records.add(record);
  }

  /** Told; what was made of it is handed on all the same, or another row counts. */
  void odd(Row row, String column, String reason) {
    rejects.add(new Reject(row.number(), column, reason));
  }

  /** Told; and who it is about cannot be said to have left. */
  void unclear(Row row, String column, String reason) {
    whole = false;
    odd(row, column, reason);
  }

  /** A text of so many characters; told where it is not. */
  String fact(Row row, String column, int least, int most) {
    var text = row.text(column);
    if (text.length() < least || text.length() > most) {
      odd(row, column, "has not " + least + " to " + most + " characters");
    }
    return text;
  }

  /** One of those languages, English where none is said; told where it is another. */
  String language(Row row) {
    var text = row.text("language").toLowerCase(Locale.ROOT);
    if (!text.isEmpty() && !Set.of("fr", "nl", "en").contains(text)) {
      odd(row, "language", "is not fr, nl or en");
    }
    return text.isEmpty() ? "en" : text;
  }

  List<T> records() {
    return records;
  }

  List<Reject> rejects() {
    return rejects.subList(0, Math.min(rejects.size(), MOST_REJECTS));
  }

  boolean whole() {
    return whole;
  }

  /** Whether it is so odd that it is not what was meant. */
  boolean hopeless() {
    return rejects.size() > MOST_REJECTS || (records.isEmpty() && !rejects.isEmpty());
  }
}
