package org.escale.rest.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;

/**
 * Tables as text (RFC 4180), in UTF-8, with a heading. What a person wrote and a spreadsheet would
 * take for a formula is written behind an apostrophe, and read back without it.
 */
public final class Csv {
  /** The media type; where a client takes anything it gets JSON. */
  public static final String TYPE = "text/csv";

  /** As an answer that is only given where it is asked for. */
  public static final String ANSWER = TYPE + ";qs=0.5";

  /** So many rows are read. */
  public static final int MOST = 10_000;

  private static final String FORMULA = "=+-@\t\r";
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  private Csv() {}

  /** The rows by the names of their columns; parted by commas, or by semicolons. */
  public static List<Map<String, String>> read(byte[] body) {
    var text = text(body);
    var heading = text.lines().findFirst().orElse("");
    char part = heading.indexOf(',') < 0 && heading.indexOf(';') >= 0 ? ';' : ',';
    var schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(part);
    var rows = new ArrayList<Map<String, String>>();
    try (var all =
        MAPPER.readerForMapOf(String.class).with(schema).<Map<String, String>>readValues(text)) {
      while (all.hasNextValue()) {
        rows.add(all.nextValue());
        if (rows.size() > MOST) {
          throw RefusedException.of(RefusalCode.TOO_LARGE);
        }
      }
      return rows;
    } catch (JsonProcessingException e) {
      throw RefusedException.of(RefusalCode.MALFORMED_REQUEST);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  /** What a person wrote, as a spreadsheet shows it and computes nothing. */
  public static String plain(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** What {@link #plain} was made of. */
  public static String meant(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /** Writes rows one by one. */
  static SequenceWriter writer(OutputStream out) throws IOException {
    return MAPPER.writerFor(String[].class).with(CsvSchema.emptySchema()).writeValues(out);
  }

  private static String text(byte[] body) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw RefusedException.of(RefusalCode.MALFORMED_REQUEST);
    }
  }
}
