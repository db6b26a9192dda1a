package org.escale.tck.centre;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.EventPage;

/** What happens at the toy centre, perhaps with one fault. */
final class ToyDiary implements EventStaff {
  private final Fault fault;
  private final List<Optional<CentreEvent>> entered = new ArrayList<>();
  private final List<CentreEvent> told = new ArrayList<>();

  ToyDiary(Fault fault) {
    this.fault = fault;
  }

  @Override
  public synchronized void enters(CentreEvent event, String remark) {
    entered.add(Optional.of(event));
  }

  @Override
  public synchronized void scribbles(String key) {
    entered.add(Optional.empty());
  }

  @Override
  public synchronized void putsRight(CentreEvent event) {
    entered.remove(Optional.<CentreEvent>empty());
    entered.add(Optional.of(event));
  }

  @Override
  public synchronized List<String> reads() {
    return told.stream().map(CentreEvent::key).toList();
  }

  private synchronized EventPage page(int from) {
    var events = new ArrayList<CentreEvent>();
    int rejected = 0;
    for (var one : entered.subList(Math.min(from, entered.size()), entered.size())) {
      if (one.isEmpty() && fault == Fault.STOPS_AT_SCRIBBLES) {
        break;
      }
      rejected += one.isEmpty() ? 1 : 0;
      one.ifPresent(events::add);
    }
    if (fault == Fault.ECHOES) {
      told.forEach(
          t -> events.add(new CentreEvent("echo" + t.hashCode(), t.booking(), t.kind(), t.at())));
    }
    var next = entered.size() - rejected + (fault == Fault.SKIPS ? 1 : 0);
    return new EventPage(events, new Cursor("" + next), false, false, rejected);
  }

  private synchronized void told(CentreEvent event) {
    var known = told.stream().anyMatch(one -> one.key().equals(event.key()));
    if (!known || fault == Fault.TELLS_TWICE) {
      told.add(event);
    }
  }

  /** The same over a line that may be cut. */
  CentreEvents over(ToyClient client) {
    return new CentreEvents() {
      @Override
      public EventPage pull(Optional<Cursor> since) throws CentreException {
        client.all("events");
        var from = since.map(Cursor::value).orElse("0");
        return from.matches("[0-9]+") ? page(Integer.parseInt(from)) : EventPage.again();
      }

      @Override
      public Taken push(CentreEvent event) throws CentreException {
        told(event);
        client.all("events");
        return Taken.DONE;
      }
    };
  }
}
