package org.escale.centre.caldav;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.link.Web;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.Reply;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.SpaceRef;

/** Asks one centre's server. */
final class Dav {
  static final int MULTISTATUS = 207;
  private static final int AT_ONCE = 100;
  private static final int LONGEST_TOKEN = 1500;
  private static final int MOST_AGAIN = 4;

  private final Web web;
  private final boolean feedTrusted;

  /** {@code feedTrusted} says whether the server's change feed may be used. */
  Dav(Web web, boolean feedTrusted) {
    this.web = web;
    this.feedTrusted = feedTrusted;
  }

  Place place(SpaceRef space) throws CentreException {
    return Place.of(space, web.border());
  }

  boolean feedTrusted() {
    return feedTrusted;
  }

  Patience patience() {
    return web.patience();
  }

  Ask ask(String method, URI address) {
    return web.ask(method, address);
  }

  Reply send(Ask ask, Patience patience) throws WireException {
    return web.send(ask, patience);
  }

  /** What anybody answers at the server's address. */
  Reply greet() throws CentreException {
    var reply = about(origin(), "0", Questions.token(), patience());
    var status = reply.status();
    if (status >= 500 || status == 401 || status == 403) {
      throw Troubles.of(status);
    }
    return reply;
  }

  URI origin() {
    return web.border().origin();
  }

  /** Whether that address is of this server. */
  boolean mayAsk(URI address) {
    return web.border().holds(address);
  }

  /** What is said of something, or of what lies in it; whatever the status is. */
  Reply about(URI address, String depth, String question, Patience patience)
      throws CentreException {
    var ask = ask("PROPFIND", address).with("Depth", depth);
    return web.answer(ask.saying(Questions.TYPE, question), patience);
  }

  /** The answer to a report, whatever its status is. */
  Reply report(Place place, String question, Patience patience) throws CentreException {
    var ask = ask("REPORT", place.calendar()).with("Depth", "1");
    return web.answer(ask.saying(Questions.TYPE, question), patience);
  }

  /**
   * The answer to a report that must succeed. SabreDAV says that there is no calendar when an event
   * goes away while it reads; others fail. So a report is asked for again before it is believed.
   */
  Multistatus found(Place place, String question, Patience patience) throws CentreException {
    var reply = report(place, question, patience);
    for (int i = 0; i < MOST_AGAIN && isOfTheMoment(reply) && !patience.ended(); i++) {
      reply = report(place, question, patience);
    }
    return understood(reply);
  }

  private static boolean isOfTheMoment(Reply reply) {
    return reply.status() == 404 || reply.status() >= 500;
  }

  /** What these entries are now; what is gone may be left out or say so. */
  List<Found> these(Place place, List<String> hrefs, Patience patience) throws CentreException {
    var all = new ArrayList<Found>();
    for (int from = 0; from < hrefs.size(); from += AT_ONCE) {
      var part = hrefs.subList(from, Math.min(from + AT_ONCE, hrefs.size()));
      all.addAll(found(place, Questions.these(part), patience).found());
    }
    return all;
  }

  /** How far the calendar's changes went; empty if the server cannot say. */
  Optional<String> token(Place place, Patience patience) throws CentreException {
    var reply = about(place.calendar(), "0", Questions.token(), patience);
    return understood(reply).found().stream()
        .flatMap(found -> found.property(Found.TOKEN).stream())
        .filter(token -> token.length() <= LONGEST_TOKEN)
        .findFirst();
  }

  static Multistatus understood(Reply reply) throws CentreException {
    if (reply.status() != MULTISTATUS) {
      throw Troubles.of(reply.status());
    }
    return MultistatusReader.read(reply.body());
  }
}
