package org.escale.centre.caldav;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.libraries.icalendar.OwnEvent;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Key;

/** Events written to find out what a server does, each taken away at the end. */
final class Trial {
  private final Dav dav;
  private final Place place;
  private final List<Key> written = new CopyOnWriteArrayList<>();

  Trial(Dav dav, Place place) {
    this.dav = dav;
    this.place = place;
  }

  Place place() {
    return place;
  }

  Patience patience() {
    return dav.patience();
  }

  Dav dav() {
    return dav;
  }

  /** A key that nobody ever used. */
  Key key() {
    var key = new Key(UUID.randomUUID().toString(), "probe");
    written.add(key);
    return key;
  }

  int put(OwnEvent event, Map<String, String> conditions) throws CentreException {
    return put(event.uid(), event.text(), conditions);
  }

  /** The status of writing it. */
  int put(String uid, String text, Map<String, String> conditions) throws CentreException {
    var ask =
        dav.ask("PUT", place.entry(Key.of(uid).orElseThrow()))
            .saying("text/calendar; charset=utf-8", text);
    for (var condition : conditions.entrySet()) {
      ask = ask.with(condition.getKey(), condition.getValue()).twice();
    }
    try {
      return dav.send(ask, patience()).status();
    } catch (WireException none) {
      throw Troubles.of(none);
    }
  }

  Optional<Entry> find(OwnEvent event) throws CentreException {
    return Entry.at(place.entry(Key.of(event.uid()).orElseThrow()), dav, patience());
  }

  /** Takes all away; nobody else knows these names, so no condition is needed. */
  void leave() throws CentreException {
    for (var key : written) {
      try {
        var unused = dav.send(dav.ask("DELETE", place.entry(key)).twice(), patience());
      } catch (WireException none) {
        throw Troubles.of(none);
      }
    }
  }
}
