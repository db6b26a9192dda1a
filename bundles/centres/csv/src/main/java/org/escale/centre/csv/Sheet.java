package org.escale.centre.csv;

import java.util.List;
import org.escale.libraries.cells.Reject;

/** A file as it was read: what can be used of it, and what cannot. */
record Sheet(List<Row> rows, List<Reject> rejects) {
  static final Sheet EMPTY = new Sheet(List.of(), List.of());

  Sheet {
    rows = List.copyOf(rows);
    rejects = List.copyOf(rejects);
  }
}
