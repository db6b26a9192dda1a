package org.escale.libraries.cells;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;

/**
 * What cannot be used in a row. Says where and why, and nothing of what stands there.
 *
 * @param row as a spreadsheet counts, the heading being 1
 */
public record Reject(int row, String column, String reason) {

  /** A file in which the other side finds them. */
  public static byte[] file(List<Reject> rejects) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("row", "column", "reason"));
    rejects.forEach(r -> rows.add(List.of("" + r.row(), r.column(), r.reason())));
    return Cells.write(rows, US_ASCII);
  }
}
