package org.escale.rest.call;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.escale.service.Lookup;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers whole lists as tables, read page by page while they are written. */
@Component(service = Sheets.class)
public final class Sheets {
  private final Lookup lookup;
  private final Lists lists;

  /** With what reads. */
  @Activate
  public Sheets(@Reference Lookup lookup, @Reference Lists lists) {
    this.lookup = lookup;
    this.lists = lists;
  }

  /**
   * What a table shows of words.
   *
   * @param name of the file
   * @param heading names of the columns
   * @param row a cell for each
   */
  public record Sheet<W extends Word>(
      String name, List<String> heading, Function<? super W, List<String>> row) {}

  /** All words from the place that the request names on. */
  public <W extends Word> Response all(
      Call call, Class<W> kind, Map<String, String> where, Sheet<W> sheet) {
    var asked = lists.query(call, where);
    var query = new Query(asked.where(), asked.from(), asked.to(), asked.after(), Query.MOST);
    var first = page(call, kind, query);
    StreamingOutput body =
        out -> write(out, sheet, first, next -> page(call, kind, query.after(next)));
    return file(sheet.name(), body);
  }

  /** A short table as a file of that name. */
  public static Response table(String name, List<String> heading, List<List<String>> rows) {
    StreamingOutput body =
        out -> {
          try (var writer = Csv.writer(out)) {
            writer.write(heading.toArray(String[]::new));
            for (var row : rows) {
              writer.write(row.toArray(String[]::new));
            }
          }
        };
    return file(name, body);
  }

  private static Response file(String name, StreamingOutput body) {
    return Response.ok(body, Csv.TYPE + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  private static <W extends Word> void write(
      OutputStream out, Sheet<W> sheet, Page<W> first, Function<Long, Page<W>> next)
      throws IOException {
    try (var rows = Csv.writer(out)) {
      rows.write(sheet.heading().toArray(String[]::new));
      var page = first;
      while (true) {
        for (var kept : page.items()) {
          rows.write(sheet.row().apply(kept.word()).toArray(String[]::new));
        }
        if (page.next().isEmpty()) {
          return;
        }
        page = next.apply(page.next().getAsLong());
      }
    }
  }

  private <W extends Word> Page<W> page(Call call, Class<W> kind, Query query) {
    return Call.done(lookup.list(call.caller(), kind, query));
  }
}
