package org.escale.centre.caldav;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.wire.Patience;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.ForeignPlace;
import org.escale.spi.centre.SpaceRef;

/**
 * Finds the calendars of our account: who we are (RFC 5397), where our calendars are (RFC 4791,
 * 6.2.1), and which of what lies there are calendars of events. Begins at the address, then where
 * RFC 6764 says; a server without accounts is asked for what lies at the address.
 */
final class Discovery {
  private static final int MOST = 500;
  private static final Set<Integer> DENIED = Set.of(401, 403);
  private static final List<String> BEGINNINGS = List.of("", "/.well-known/caldav", "/");

  private final Dav dav;
  private final Patience patience;

  Discovery(Dav dav, Patience patience) {
    this.dav = dav;
    this.patience = patience;
  }

  List<ForeignPlace> calendars() throws CentreException {
    for (var beginning : BEGINNINGS) {
      var at = said(dav.origin().resolve(beginning));
      if (at.isPresent() && isCalendar(at.get())) {
        return List.of(place(at.get()));
      }
      var home = at.isPresent() ? home(at.get()) : Optional.<URI>empty();
      if (home.isPresent()) {
        return within(home.get());
      }
    }
    return within(dav.origin());
  }

  /** Where that account's calendars are: it says so itself, or the principal does that it names. */
  private Optional<URI> home(Found at) throws CentreException {
    var here = address(at, Found.HOME);
    var principal = address(at, Found.PRINCIPAL);
    if (here.isPresent() || principal.isEmpty()) {
      return here;
    }
    return said(principal.get()).flatMap(account -> address(account, Found.HOME));
  }

  /** What the server says of that address; empty where there is nothing of ours. */
  private Optional<Found> said(URI address) throws CentreException {
    var reply = dav.about(address, "0", Questions.whose(), patience);
    if (DENIED.contains(reply.status())) {
      throw Troubles.of(reply.status());
    }
    return reply.status() == Dav.MULTISTATUS
        ? MultistatusReader.read(reply.body()).found().stream().findFirst()
        : Optional.empty();
  }

  private List<ForeignPlace> within(URI home) throws CentreException {
    var reply = dav.about(home, "1", Questions.kinds(), patience);
    var all =
        Dav.understood(reply).found().stream()
            .filter(Discovery::isCalendar)
            .map(this::place)
            .toList();
    if (all.size() > MOST) {
      throw new CentreException(Trouble.FLOODED, "more than " + MOST + " calendars");
    }
    return all;
  }

  /** One of tasks alone is none of ours. */
  private static boolean isCalendar(Found found) {
    return found.property(Found.CALENDAR).isPresent()
        && found.property(Found.COMPONENTS).map(all -> all.contains("VEVENT")).orElse(true);
  }

  private ForeignPlace place(Found found) {
    var path = dav.origin().resolve(found.href()).getRawPath();
    var end = path.replaceAll("/+$", "");
    var name = found.property(Found.NAME).orElse(end.substring(end.lastIndexOf('/') + 1));
    return new ForeignPlace(new SpaceRef(path), name);
  }

  private Optional<URI> address(Found found, String property) {
    return found
        .property(property)
        .map(href -> dav.origin().resolve(href.split(" ", 2)[0]))
        .filter(dav::mayAsk);
  }
}
