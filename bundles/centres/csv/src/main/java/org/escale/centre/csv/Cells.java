package org.escale.centre.csv;

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
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/** Cells of a CSV file (RFC 4180), and a CSV file of cells. */
final class Cells {
  /** The most rows of a file, without its heading. */
  static final int MOST_ROWS = 10_000;

  /** The most characters of a cell. */
  static final int LONGEST_CELL = 1_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .build();

  private Cells() {}

  /** All rows, the heading first; empty lines count and have no cells. */
  static List<List<String>> read(byte[] content, Charset charset) throws CentreException {
    var text = text(content, charset);
    if (!text.endsWith("\n")) {
      throw Troubles.garbled("the last line has no end: the file is still being written");
    }
    var heading = text.substring(0, text.indexOf('\n'));
    var schema = CsvSchema.emptySchema().withColumnSeparator(separator(heading));
    var rows = new ArrayList<List<String>>();
    try (var all =
        MAPPER.readerForListOf(String.class).with(schema).<List<String>>readValues(text)) {
      while (all.hasNextValue()) {
        rows.add(checked(all.nextValue()));
        if (rows.size() > MOST_ROWS + 1) {
          throw new CentreException(Trouble.FLOODED, "more than " + MOST_ROWS + " rows");
        }
      }
    } catch (IOException odd) {
      throw Troubles.garbled("the file is not CSV: a quote is not closed, or closed too early");
    }
    return rows;
  }

  /** A file of these rows, with commas. */
  static byte[] write(List<List<String>> rows, Charset charset) {
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

  private static List<String> checked(List<String> cells) throws CentreException {
    if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
      throw new CentreException(
          Trouble.FLOODED, "a cell has more than " + LONGEST_CELL + " characters");
    }
    return List.copyOf(cells);
  }

  private static String text(byte[] content, Charset charset) throws CentreException {
    try {
      var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw Troubles.garbled(
          "the file is not " + charset.name().toLowerCase(Locale.ROOT) + ": state its charset");
    }
  }

  /** The sign that parts the columns: the one that the heading has most of. */
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
}
