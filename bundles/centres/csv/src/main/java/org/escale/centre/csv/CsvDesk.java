package org.escale.centre.csv;

import java.util.Optional;
import org.escale.centre.csv.Exchange.Both;
import org.escale.libraries.link.Answers;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;

/**
 * Writes our bookings into the file that the centre takes in. Whether a place is free is for who
 * decides on it: a file cannot refuse.
 */
final class CsvDesk implements CentreDesk {
  private final Line line;
  private final Exchange exchange;
  private final OwnFile own;

  CsvDesk(Line line, Exchange exchange, OwnFile own) {
    this.line = line;
    this.exchange = exchange;
    this.own = own;
  }

  @Override
  public DeskAnswer hold(HoldRequest request) {
    var space = request.space();
    var slot = Answers.seconds(request.slot());
    var row = new Row(request.key().uid(), slot, Row.Status.HELD);
    return answered(
        shelf -> {
          var both = exchange.readIfThere(shelf, space);
          var there = both.standing(request.key());
          if (both.calledOff(request.key())
              || there.filter(is -> !is.slot().equals(slot)).isPresent()) {
            return new DeskAnswer.Conflict();
          }
          if (there.isEmpty()) {
            exchange.put(shelf, space, own.held(row, request.until(), request.label()));
          }
          return done(space, request.key(), there.orElse(row));
        });
  }

  @Override
  public DeskAnswer confirm(ForeignRef held) {
    return answered(
        shelf -> {
          var both = exchange.readIfThere(shelf, held.space());
          var there = both.standing(held.key()).filter(row -> unchanged(row, held));
          if (there.isEmpty() || !both.own().containsKey(held.key().uid())) {
            return new DeskAnswer.Conflict();
          }
          if (there.get().status() == Row.Status.HELD) {
            exchange.put(shelf, held.space(), firm(both, held.key()));
          }
          return done(held.space(), held.key(), there.get().as(Row.Status.BUSY));
        });
  }

  @Override
  public DeskAnswer cancel(ForeignRef held) {
    return answered(
        shelf -> {
          exchange.take(shelf, held.space(), held.key());
          return new DeskAnswer.Done(held);
        });
  }

  @Override
  public Optional<ForeignEntry> lookup(SpaceRef space, Key key) throws CentreException {
    return line.ask(shelf -> exchange.readIfThere(shelf, space).standing(key).map(Row::entry));
  }

  private DeskAnswer answered(Line.Job<DeskAnswer> job) {
    try {
      return line.ask(job);
    } catch (CentreException none) {
      return Answers.of(none);
    }
  }

  private static OwnFile.Own firm(Both both, Key key) {
    return both.own().get(key.uid()).firm();
  }

  private static boolean unchanged(Row row, ForeignRef held) {
    return row.entry().revision().equals(held.revision());
  }

  private static DeskAnswer done(SpaceRef space, Key key, Row row) {
    var entry = row.entry();
    return new DeskAnswer.Done(new ForeignRef(space, key, entry.id(), entry.revision()));
  }
}
