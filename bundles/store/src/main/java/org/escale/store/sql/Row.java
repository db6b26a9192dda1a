package org.escale.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value from one row of a result. */
@FunctionalInterface
public interface Row<T> {
  /** The value of the row that {@code result} stands on. */
  T read(ResultSet result) throws SQLException;
}
