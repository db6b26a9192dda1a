package org.escale.directory.csv;

import java.util.Map;

/**
 * A row by the names of its columns.
 *
 * @param number as a spreadsheet counts, the heading being 1
 */
record Row(int number, Map<String, String> cells) {
  /** What stands there; empty where the column is left out. */
  String text(String column) {
    return cells.getOrDefault(column, "");
  }

  @Override
  public String toString() {
    return "Row[" + number + "]";
  }
}
