package org.escale.centre.caldav;

import java.time.ZoneId;
import java.util.List;
import org.escale.libraries.icalendar.BusyEntry;
import org.escale.libraries.icalendar.BusyTimes;
import org.escale.libraries.icalendar.UnreadableCalendarException;
import org.escale.libraries.link.Comparison;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.Key;
import org.escale.word.TimeSlot;

/** Makes opaque entries of what a server says, by the centre's zone. */
final class Reading {
  private final ZoneId zone;

  Reading(ZoneId zone) {
    this.zone = zone;
  }

  /** The entry within that window; without slots if it is gone or does not overlap. */
  ForeignEntry entry(Found found, TimeSlot within) throws CentreException {
    var text = found.property(Found.DATA);
    if (found.gone() || text.isEmpty()) {
      return gone(found.href());
    }
    var etag = found.property(Found.ETAG).orElseThrow(Reading::nameless);
    return entry(found.href(), etag, busy(text.get(), within));
  }

  static ForeignEntry gone(String href) {
    return Comparison.gone(Place.id(href));
  }

  private static ForeignEntry entry(String href, String etag, List<BusyEntry> busy) {
    var slots = busy.stream().flatMap(each -> each.slots().stream()).toList();
    var held = busy.stream().filter(each -> !each.slots().isEmpty()).toList();
    var tentative = !held.isEmpty() && held.stream().allMatch(BusyEntry::tentative);
    var key = busy.stream().flatMap(each -> Key.of(each.uid()).stream()).findFirst();
    return new ForeignEntry(Place.id(href), etag, slots, tentative, key);
  }

  private List<BusyEntry> busy(String text, TimeSlot within) throws CentreException {
    try {
      return BusyTimes.read(text, within, zone);
    } catch (UnreadableCalendarException odd) {
      var trouble = odd.flooding() ? Trouble.FLOODED : Trouble.GARBLED;
      throw new CentreException(trouble, odd.getMessage());
    }
  }

  private static CentreException nameless() {
    return new CentreException(Trouble.GARBLED, "the server gives no ETag");
  }
}
