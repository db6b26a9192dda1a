package org.escale.centre.csv;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escale.libraries.cells.Cells;
import org.escale.libraries.link.Troubles;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/** The file of our own bookings in a space: what a row says, and what staff reads beside it. */
final class OwnFile {
  /** What is over for so long is left out when the file is written again. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final List<String> HEADING =
      List.of(
          SheetReader.KEY, SheetReader.FROM, SheetReader.TO, SheetReader.STATUS, "until", "label");
  private static final int UNTIL = 4;
  private static final int LABEL = 5;

  private final Charset charset;
  private final ZoneId zone;
  private final SheetReader reader;

  OwnFile(Charset charset, ZoneId zone) {
    this.charset = charset;
    this.zone = zone;
    reader = new SheetReader(charset, new WallTimes(ZoneOffset.UTC, false));
  }

  /** One booking of ours. */
  record Own(Row row, String until, String label) {
    Own firm() {
      return new Own(row.as(Row.Status.BUSY), "", label);
    }
  }

  /** A booking as it is first written. */
  Own held(Row row, Instant until, String label) {
    return new Own(row, text(until), label);
  }

  /** By key, in order. */
  Map<String, Own> read(byte[] content) throws CentreException {
    var sheet = reader.read(content);
    if (!sheet.rejects().isEmpty()) {
      throw Troubles.garbled("somebody changed the file of our bookings");
    }
    var beside = new LinkedHashMap<String, List<String>>();
    Rows.read(content, charset).stream()
        .filter(cells -> cells.size() > LABEL)
        .forEach(cells -> beside.put(cells.get(0), cells));
    var all = new LinkedHashMap<String, Own>();
    for (var row : sheet.rows()) {
      var cells = beside.getOrDefault(row.key(), List.of("", "", "", "", "", ""));
      all.put(row.key(), new Own(row, cells.get(UNTIL), cells.get(LABEL)));
    }
    return all;
  }

  byte[] write(Map<String, Own> all, Instant now) throws CentreException {
    var rows = new ArrayList<List<String>>();
    rows.add(HEADING);
    all.values().stream()
        .filter(own -> own.row().slot().to().plus(KEPT).isAfter(now))
        .forEach(own -> rows.add(cells(own)));
    if (rows.size() > Rows.MOST) {
      throw new CentreException(Trouble.FLOODED, "more than " + Rows.MOST + " bookings");
    }
    return Cells.write(rows, charset);
  }

  private List<String> cells(Own own) {
    var row = own.row();
    return List.of(
        row.key(),
        text(row.slot().from()),
        text(row.slot().to()),
        row.status().name().toLowerCase(Locale.ROOT),
        own.until(),
        own.label());
  }

  private String text(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }
}
