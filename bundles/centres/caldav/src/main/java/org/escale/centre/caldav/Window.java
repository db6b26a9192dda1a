package org.escale.centre.caldav;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escale.libraries.wire.Patience;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.ForeignEntry;
import org.escale.word.TimeSlot;

/**
 * Finds what may overlap a window. A server may not find the later dates of a series by time
 * (Xandikos), so series are asked for by name and expanded here, until a probe has shown that this
 * is not needed.
 */
final class Window {
  private static final List<String> SERIES = List.of("RRULE", "RDATE");

  private final Dav dav;
  private final Reading reading;
  private final Trust trust;

  Window(Dav dav, Reading reading, Trust trust) {
    this.dav = dav;
    this.reading = reading;
    this.trust = trust;
  }

  /** All that overlaps it, with its busy times. */
  List<ForeignEntry> entries(Place place, TimeSlot within, Patience patience)
      throws CentreException {
    var all = new ArrayList<ForeignEntry>();
    for (var found : found(place, within, true, patience)) {
      var entry = reading.entry(found, within);
      if (entry.overlaps(within)) {
        all.add(entry);
      }
    }
    return all;
  }

  /** That one; without slots if it does not overlap the window. */
  ForeignEntry entry(Found found, TimeSlot within) throws CentreException {
    return reading.entry(found, within);
  }

  /** All that the server thinks may overlap it. */
  Collection<Found> found(Place place, TimeSlot within, boolean withData, Patience patience)
      throws CentreException {
    var byPlace = new LinkedHashMap<String, Found>();
    add(byPlace, place, Questions.during(within, withData), patience);
    if (!trust.rangeFindsSeries()) {
      for (var name : SERIES) {
        add(byPlace, place, Questions.having(name, withData), patience);
      }
    }
    return byPlace.values();
  }

  private void add(Map<String, Found> byPlace, Place place, String question, Patience patience)
      throws CentreException {
    for (var found : dav.found(place, question, patience).found()) {
      if (!found.gone()) {
        byPlace.put(found.href(), found);
      }
    }
  }
}
