package org.escale.centre.csv;

import java.nio.charset.Charset;
import java.util.List;
import org.escale.libraries.cells.Cells;
import org.escale.libraries.cells.CellsException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/** The rows of a centre's files. */
final class Rows {
  /** The most rows of a file, without its heading. */
  static final int MOST = 10_000;

  private Rows() {}

  /** All of them, the heading first; empty lines count and have no cells. */
  static List<List<String>> read(byte[] content, Charset charset) throws CentreException {
    try {
      return Cells.read(content, charset, MOST);
    } catch (CellsException unusable) {
      throw new CentreException(Trouble.valueOf(unusable.fault().name()), unusable.getMessage());
    }
  }
}
