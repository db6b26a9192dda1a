package org.escale.libraries.cells;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.charset.Charset;
import java.util.List;
import org.escale.libraries.cells.CellsException.Fault;
import org.junit.Test;

/** What is read of a file that others wrote, and what is not. */
public class CellsTest {
  private static final int MOST = 3;

  @Test
  public void columnsArePartedByWhatTheHeadingHasMostOf() throws CellsException {
    for (var sign : List.of(",", ";", "\t")) {
      var rows = read("a%sb%sc, d\r\n1%s2%s\"3%s\"\r\n".replace("%s", sign), UTF_8);
      assertEquals(List.of("1", "2", "3" + sign), rows.get(1));
    }
  }

  @Test
  public void aMarkAtTheBeginningIsPassedOverAndSpacesAreTrimmed() throws CellsException {
    assertEquals(List.of(List.of("a", "b"), List.of("é", "")), read("\uFEFFa,b\n é ,\n", UTF_8));
  }

  @Test
  public void emptyLinesCount() throws CellsException {
    assertEquals(List.of("2"), read("a\n\n2\n", UTF_8).get(2));
  }

  @Test
  public void nothingIsUsedOfWhatIsGarbled() {
    for (var text : List.of("", "a,b", "a\n1\n2", "a\n\"1\n", "a\n\"1\"2\n")) {
      assertEquals(text, Fault.GARBLED, fault(text.getBytes(UTF_8), UTF_8));
    }
    assertEquals(Fault.GARBLED, fault("é\n".getBytes(ISO_8859_1), UTF_8));
  }

  @Test
  public void nothingIsUsedOfWhatIsTooMuch() throws CellsException {
    assertEquals(MOST + 1, read("a\n" + "1\n".repeat(MOST), UTF_8).size());
    assertEquals(Fault.FLOODED, fault(("a\n" + "1\n".repeat(MOST + 1)).getBytes(UTF_8), UTF_8));
    var longest = "x".repeat(Cells.LONGEST_CELL);
    assertEquals(longest, read(longest + "\n", UTF_8).get(0).get(0));
    assertEquals(Fault.FLOODED, fault((longest + "x\n").getBytes(UTF_8), UTF_8));
  }

  @Test
  public void whatIsWrittenIsReadAgain() throws CellsException {
    var rows = List.of(List.of("a", "b"), List.of("1, \"2\"", "three\nlines\n;"));
    assertEquals(rows, Cells.read(Cells.write(rows, UTF_8), UTF_8, MOST));
    assertEquals(
        "a,?\r\n", new String(Cells.write(List.of(List.of("a", "é")), US_ASCII), US_ASCII));
  }

  private static List<List<String>> read(String text, Charset charset) throws CellsException {
    return Cells.read(text.getBytes(charset), charset, MOST);
  }

  private static Fault fault(byte[] content, Charset charset) {
    return assertThrows(CellsException.class, () -> Cells.read(content, charset, MOST)).fault();
  }
}
