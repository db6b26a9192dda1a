package org.escale.rest.adapter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.rest.call.Need;
import org.escale.service.Adapters;

/** What a centre's system tells: all of it can be read, or nothing is taken. */
public record EventsOrder(Optional<List<EventOrder>> events) {

  /**
   * One event.
   *
   * @param key the system's own name of it for ever
   * @param booking our booking's id, or the UID of our entry in its calendar
   * @param kind {@code ARRIVED, LEFT, EXTRA, CORRECTED}
   * @param at when it happened
   * @param what the kind of the extra; of a correction the key of the extra, or nothing for the
   *     time of the visit
   * @param quantity how much of the extra; of a correction how much in all, for a visit seconds
   */
  public record EventOrder(
      Optional<String> key,
      Optional<String> booking,
      Optional<String> kind,
      Optional<String> at,
      Optional<String> what,
      Optional<BigDecimal> quantity) {
    CentreEvent told(String place) {
      var named = Need.text(place + "kind", kind, 16).toUpperCase(Locale.ROOT);
      Need.check(place + "kind", List.of("ARRIVED", "LEFT", "EXTRA", "CORRECTED").contains(named));
      var when = Need.instant(place + "at", Need.text(place + "at", at, 40));
      try {
        return new CentreEvent(
            Need.text(place + "key", key, 128),
            Need.text(place + "booking", booking, 128),
            Kind.valueOf(named),
            when,
            what.orElse(""),
            quantity.orElse(BigDecimal.ZERO));
      } catch (IllegalArgumentException wrong) {
        Need.check(place + wrong.getMessage(), false);
        throw wrong;
      }
    }
  }

  List<CentreEvent> told() {
    var all = events.orElse(List.of());
    Need.check("events", !all.isEmpty() && all.size() <= Adapters.MOST_EVENTS);
    var told = new ArrayList<CentreEvent>();
    for (int n = 0; n < all.size(); n++) {
      Need.check("events." + n, all.get(n) != null);
      told.add(all.get(n).told("events." + n + "."));
    }
    return told;
  }
}
