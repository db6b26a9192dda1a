package org.escale.centre.caldav;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeMap;
import org.escale.libraries.link.Comparison;
import org.escale.libraries.link.Glance;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.Cursor;

/** Changes by the ETags of all that may overlap the window. */
record EtagChanges(Round round, Window window, Instant asOf) {

  ChangePage page() throws CentreException {
    var places = new HashMap<String, String>();
    var etags = new TreeMap<String, String>();
    var since = round.since();
    for (var found : window.found(round.place(), since.within(), false, round.patience())) {
      var id = Place.id(found.href());
      places.put(id, found.href());
      etags.put(id, found.property(Found.ETAG).orElseThrow(EtagChanges::nameless));
    }
    var glance = Glance.at(since.cursor().map(Cursor::value), etags, since.limit());
    if (glance.reset()) {
      return ChangePage.reset(asOf);
    }
    var there = glance.changed().stream().filter(places::containsKey).map(places::get).toList();
    var entries = new ArrayList<>(round.now(there, window));
    glance.changed().stream()
        .filter(id -> !places.containsKey(id))
        .forEach(id -> entries.add(Comparison.gone(id)));
    return new ChangePage(entries, new Cursor(glance.next()), glance.more(), false, asOf);
  }

  private static CentreException nameless() {
    return new CentreException(Trouble.GARBLED, "the server gives no ETag");
  }
}
