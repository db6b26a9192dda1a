package org.escale.centre.icalendar;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.link.Web;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Reply;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.SpaceRef;

/**
 * Fetches calendars, and again only what changed. The last 32 calendars up to half a million
 * characters are kept in memory for that; a restart fetches them once more.
 */
final class Subscription {
  private static final int MOST_KEPT = 32;
  private static final int LONGEST_KEPT = 500_000;

  private final Web web;
  private final Map<SpaceRef, Copy> kept = Collections.synchronizedMap(new Copies());

  Subscription(Web web) {
    this.web = web;
  }

  /** The calendar's text as it is now. */
  String text(SpaceRef space) throws CentreException {
    var ask = calendar(space);
    var copy = kept.get(space);
    var reply = send(copy == null ? ask : copy.unlessChanged(ask));
    if (reply.status() == 304 && copy != null) {
      return copy.text();
    }
    if (reply.status() != 200) {
      throw Troubles.of(reply.status());
    }
    keep(space, reply);
    return reply.body();
  }

  /** What anybody answers there. */
  Reply greet() throws CentreException {
    var reply = send(ask(web.border().origin()));
    if (reply.status() >= 500) {
      throw Troubles.of(reply.status());
    }
    return reply;
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

  private Ask calendar(SpaceRef space) throws CentreException {
    try {
      var address = web.border().origin().resolve(space.value());
      if (web.border().holds(address)) {
        return ask(address);
      }
    } catch (IllegalArgumentException odd) {
      // refused below, without repeating it
    }
    throw Troubles.setting("the space is not a path below the url");
  }

  private Ask ask(URI address) {
    return web.ask("GET", address).with("Accept", "text/calendar, */*;q=0.1");
  }

  private Reply send(Ask ask) throws CentreException {
    return web.answer(ask, web.patience());
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
