package org.escale.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows turned into columns, each an array of one type, as a database server takes them at once. */
final class Columns {
  private Columns() {}

  /** The columns of rows that are alike; an empty optional is null, a full one its number. */
  static List<Object[]> of(List<Object[]> rows) {
    var columns = new ArrayList<Object[]>();
    for (int at = 0; at < rows.get(0).length; at++) {
      var column = empty(rows.get(0)[at], rows.size());
      for (int row = 0; row < column.length; row++) {
        var value = rows.get(row)[at];
        column[row] = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
      }
      columns.add(column);
    }
    return columns;
  }

  /** A parameter for a column. */
  static String cast(Object[] column) {
    return "?::" + type(column) + "[]";
  }

  /** The type of a column's values. */
  static String type(Object[] column) {
    if (column instanceof Long[]) {
      return "int8";
    }
    return column instanceof Integer[] ? "int4" : "text";
  }

  private static Object[] empty(Object like, int rows) {
    if (like instanceof Long || like instanceof Optional) {
      return new Long[rows];
    }
    return like instanceof Integer ? new Integer[rows] : new String[rows];
  }
}
