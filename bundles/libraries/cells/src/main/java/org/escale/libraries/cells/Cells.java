package org.escale.libraries.cells;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.escale.libraries.cells.CellsException.Fault;

/** Cells of a CSV file (RFC 4180), and a CSV file of cells. Any thread. */
public final class Cells {
  /** The most characters of a cell. */
  public static final int LONGEST_CELL = 1_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();

  private Cells() {}

  /**
   * All rows, the heading first; empty lines count and have no cells. Columns are parted by the
   * sign that the heading has most of: comma, semicolon or tab.
   *
   * @param most rows beside the heading
   * @throws CellsException if there are more, if a cell is longer than {@link #LONGEST_CELL}, if
   *     the last line has no end, or if it is no CSV in that charset
   */
  public static List<List<String>> read(byte[] content, Charset charset, int most)
      throws CellsException {
    var text = text(content, charset);
    if (!text.endsWith("\n")) {
      throw garbled("the last line has no end: the file is still being written");
    }
    var heading = text.substring(0, text.indexOf('\n'));
    var schema = CsvSchema.emptySchema().withColumnSeparator(separator(heading));
    var rows = new ArrayList<List<String>>();
    try (var all =
        MAPPER.readerForListOf(String.class).with(schema).<List<String>>readValues(text)) {
      while (all.hasNextValue()) {
        rows.add(checked(all.nextValue()));
        if (rows.size() > most + 1) {
          throw new CellsException(Fault.FLOODED, "more than " + most + " rows");
        }
      }
    } catch (IOException odd) {
      throw garbled("the file is not CSV: a quote is not closed, or closed too early");
    }
    return rows;
  }

  /** A file of these rows, with commas; what the charset has not becomes a question mark. */
  public static byte[] write(List<List<String>> rows, Charset charset) {
    try {
      var text =
          MAPPER
              .writerFor(MAPPER.getTypeFactory().constructCollectionType(List.class, List.class))
              .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
              .writeValueAsString(rows);
      return text.getBytes(charset);
    } catch (IOException never) {
      throw new IllegalStateException("cells of text can be written", never);
    }
  }

  private static List<String> checked(List<String> cells) throws CellsException {
    if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
      throw new CellsException(
          Fault.FLOODED, "a cell has more than " + LONGEST_CELL + " characters");
    }
    return List.copyOf(cells);
  }

  private static String text(byte[] content, Charset charset) throws CellsException {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw garbled(
          "the file is not " + charset.name().toLowerCase(Locale.ROOT) + ": state its charset");
    }
  }

  private static char separator(String heading) {
    char best = ',';
    for (char sign : new char[] {';', '\t'}) {
      if (count(heading, sign) > count(heading, best)) {
        best = sign;
      }
    }
    return best;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  private static CellsException garbled(String sentence) {
    return new CellsException(Fault.GARBLED, sentence);
  }
}
