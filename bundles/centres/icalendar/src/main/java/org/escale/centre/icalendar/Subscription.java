package org.escale.centre.icalendar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Reply;
import org.escale.libraries.wire.Wire;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.SpaceRef;

/**
 * Fetches calendars, and again only what changed. The last 32 calendars up to half a million
 * characters are kept in memory for that; a restart fetches them once more.
 */
final class Subscription {
  private static final int MOST_KEPT = 32;
  private static final int LONGEST_KEPT = 500_000;

  private final Wire wire;
  private final Whereabouts where;
  private final Map<SpaceRef, Copy> kept = Collections.synchronizedMap(new Copies());

  Subscription(Wire wire, Whereabouts where) {
    this.wire = wire;
    this.where = where;
  }

  /** The calendar's text as it is now. */
  String text(SpaceRef space) throws CentreException {
    var ask = where.calendar(space);
    var copy = kept.get(space);
    var reply = send(copy == null ? ask : copy.unlessChanged(ask));
    if (reply.status() == 304 && copy != null) {
      return copy.text();
    }
    if (reply.status() != 200) {
      throw refused(reply.status());
    }
    keep(space, reply);
    return reply.body();
  }

  /** Whether anybody answers there, with a sentence. */
  void knock() throws CentreException {
    var status = send(where.folder()).status();
    if (status >= 500) {
      throw refused(status);
    }
  }

  void forget() {
    kept.clear();
  }

  private void keep(SpaceRef space, Reply reply) {
    var copy = Copy.of(reply);
    if (copy.isPresent() && reply.body().length() <= LONGEST_KEPT) {
      kept.put(space, copy.get());
    } else {
      kept.remove(space);
    }
  }

  private Reply send(Ask ask) throws CentreException {
    try {
      return wire.send(ask, where.border(), where.patience());
    } catch (WireException none) {
      var trouble =
          switch (none.fate()) {
            case FLOODED -> Trouble.FLOODED;
            case FORBIDDEN -> Trouble.DENIED;
            case NOT_SENT, CUT, NO_ANSWER -> Trouble.UNAVAILABLE;
          };
      throw new CentreException(trouble, none.getMessage());
    }
  }

  private static CentreException refused(int status) {
    var trouble =
        switch (status) {
          case 401, 403, 404, 410 -> Trouble.DENIED;
          default -> status >= 500 || status == 429 ? Trouble.UNAVAILABLE : Trouble.GARBLED;
        };
    return new CentreException(trouble, "the calendar answers with status " + status);
  }

  /** The oldest go first. */
  private static final class Copies extends LinkedHashMap<SpaceRef, Copy> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<SpaceRef, Copy> eldest) {
      return size() > MOST_KEPT;
    }
  }
}
