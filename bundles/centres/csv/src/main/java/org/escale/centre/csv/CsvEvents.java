package org.escale.centre.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.adapter.CentreEvent;
import org.escale.libraries.cells.Cells;
import org.escale.libraries.cells.Reject;
import org.escale.libraries.link.Digest;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.EventPage;

/**
 * What happens at the centre, both ways, in two files. Of a file to which rows were only added, the
 * new rows are given; of any other all, since what was given before counts once.
 */
final class CsvEvents implements CentreEvents {
  /** No space can be called so. */
  private static final String NAME = "_events";

  private static final String THEIRS = Shelf.IN + NAME + ".csv";
  private static final String OURS = Shelf.OUT + NAME + ".csv";
  private static final String REJECTS = Shelf.OUT + NAME + ".rejects.csv";
  private static final String TOLD = "told";
  private static final Pattern CURSOR = Pattern.compile("([0-9]{1,6}):(.*)");

  /** What was told so long ago is left out when the file is written again. */
  private static final Duration KEPT = Duration.ofDays(31);

  private final Line line;
  private final Diary diary;
  private final Clock clock;
  private volatile List<Reject> rejected = List.of(new Reject(0, "", ""));

  CsvEvents(Line line, Diary diary, Clock clock) {
    this.line = line;
    this.diary = diary;
    this.clock = clock;
  }

  @Override
  public EventPage pull(Optional<Cursor> since) throws CentreException {
    var cursor = since.map(Cursor::value).orElse("0:");
    var shape = CURSOR.matcher(cursor);
    if (!shape.matches()) {
      return EventPage.again();
    }
    return line.ask(shelf -> page(shelf, Integer.parseInt(shape.group(1)), shape.group(2)));
  }

  private EventPage page(Shelf shelf, int rows, String digest) throws IOException, CentreException {
    var file = shelf.read(THEIRS);
    if (file.isEmpty()) {
      shelf.knock(); // folders that are gone are no empty file
      return new EventPage(List.of(), new Cursor("0:"), false, false, 0);
    }
    var cells = diary.cells(file.get());
    var all = diary.read(cells);
    tell(shelf, all.rejects());
    var added = rows > 0 && rows <= cells.size() && digest(cells.subList(0, rows)).equals(digest);
    var next = new Cursor(cells.size() + ":" + digest(cells));
    return new EventPage(all.behind(added ? rows : 0), next, false, false, all.rejects().size());
  }

  private static String digest(List<List<String>> cells) {
    return Digest.name(cells.toString());
  }

  private void tell(Shelf shelf, List<Reject> rejects) throws IOException, CentreException {
    if (rejects.equals(rejected)) {
      return;
    }
    if (rejects.isEmpty()) {
      shelf.remove(REJECTS);
    } else {
      shelf.write(REJECTS, Reject.file(rejects));
    }
    rejected = rejects;
  }

  @Override
  public Taken push(CentreEvent event) throws CentreException {
    return line.ask(
        shelf -> {
          var file = shelf.read(OURS);
          var cells =
              file.isPresent()
                  ? Rows.read(file.get(), StandardCharsets.UTF_8)
                  : List.<List<String>>of();
          if (cells.stream().noneMatch(row -> !row.isEmpty() && row.get(0).equals(event.key()))) {
            shelf.write(OURS, Cells.write(with(cells, event), StandardCharsets.UTF_8));
          }
          return Taken.DONE;
        });
  }

  private List<List<String>> with(List<List<String>> cells, CentreEvent event)
      throws CentreException {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var rows = new ArrayList<List<String>>();
    var heading = new ArrayList<>(Diary.HEADING);
    heading.add(TOLD);
    rows.add(heading);
    cells.stream().skip(1).filter(row -> kept(row, now)).forEach(rows::add);
    rows.add(
        List.of(
            event.key(),
            event.booking(),
            event.kind().name().toLowerCase(Locale.ROOT),
            event.at().truncatedTo(ChronoUnit.SECONDS).toString(),
            event.what(),
            event.quantity().signum() == 0 && event.kind() != CentreEvent.Kind.CORRECTED
                ? ""
                : event.quantity().stripTrailingZeros().toPlainString(),
            now.toString()));
    if (rows.size() > Rows.MOST + 1) {
      throw new CentreException(Trouble.FLOODED, "more than " + Rows.MOST + " events");
    }
    return rows;
  }

  private static boolean kept(List<String> row, Instant now) {
    var told = Diary.HEADING.size();
    return row.size() > told && row.get(told).compareTo(now.minus(KEPT).toString()) > 0;
  }
}
