package org.escale.centre.caldav;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.escale.libraries.wire.Patience;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Since;

/** One question for changes, and how long it may take. */
record Round(Dav dav, Place place, Since since, Patience patience) {

  /** These entries as they are now; what is gone comes without slots. */
  List<ForeignEntry> now(Collection<String> hrefs, Window window) throws CentreException {
    var byId = new LinkedHashMap<String, ForeignEntry>();
    for (var href : hrefs) {
      byId.put(Place.id(href), Reading.gone(href));
    }
    if (!hrefs.isEmpty()) {
      for (var found : dav.these(place, List.copyOf(hrefs), patience)) {
        var entry = window.entry(found, since.within());
        byId.put(entry.id(), entry);
      }
    }
    return new ArrayList<>(byId.values());
  }
}
