package org.escale.centre.caldav;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.ForeignEntry;

/**
 * Changes by the server's own feed (RFC 6578). The token is taken before the calendar is read, so
 * that what changes meanwhile comes once more and never is missed.
 */
record TokenChanges(Round round, Window window, Instant asOf) {
  private static final int TOO_MANY = 507;

  /** Empty if this server has no feed that could be read from that cursor on. */
  Optional<ChangePage> page() throws CentreException {
    var cursor = round.since().cursor();
    if (cursor.isEmpty()) {
      var token =
          round.dav().token(round.place(), round.patience()).filter(t -> !Forgetful.isAlways(t));
      return token.isEmpty()
          ? Optional.empty()
          : Optional.of(all(new Position("", token.get(), "")));
    }
    var position = Position.of(cursor.get());
    if (position.isEmpty() || position.get().isForgetful()) {
      return Optional.empty();
    }
    return Optional.of(
        position.get().from().isEmpty() ? all(position.get()) : later(position.get()));
  }

  private ChangePage all(Position at) throws CentreException {
    var entries =
        window.entries(round.place(), round.since().within(), round.patience()).stream()
            .sorted(Comparator.comparing(ForeignEntry::id))
            .filter(entry -> entry.id().compareTo(at.last()) > 0)
            .toList();
    var page = entries.subList(0, Math.min(round.since().limit(), entries.size()));
    var more = page.size() < entries.size();
    var next = more ? at.after(page.get(page.size() - 1).id()) : at.next();
    return new ChangePage(page, next.cursor(), more, false, asOf);
  }

  private ChangePage later(Position at) throws CentreException {
    var question = Questions.changesSince(Forgetful.asked(at.from()));
    var reply = round.dav().report(round.place(), question, round.patience());
    if (reply.status() != 207 && answersOtherwise(reply.status())) {
      return ChangePage.reset(asOf);
    }
    var answer = Dav.understood(reply);
    var token = answer.token().orElse(at.from());
    var cut = answer.found().stream().anyMatch(found -> found.status() == TOO_MANY);
    var hrefs =
        answer.found().stream()
            .map(Found::href)
            .filter(href -> !round.place().isCalendar(href))
            .distinct()
            .sorted(Comparator.comparing(Place::id))
            .filter(href -> Place.id(href).compareTo(at.last()) > 0)
            .toList();
    var some = hrefs.subList(0, Math.min(round.since().limit(), hrefs.size()));
    var here = at.within() ? at : new Position(at.from(), token, "");
    var entries = round.now(some, window);
    var more = some.size() < hrefs.size();
    var next = more ? here.after(Place.id(some.get(some.size() - 1))) : here.next();
    return new ChangePage(entries, next.cursor(), more || cut, false, asOf);
  }

  /**
   * A server that does not know a token any more says so in many ways, one with an error of its own
   * (Xandikos: 500). That it answers everything else tells this from a server that is down.
   */
  private boolean answersOtherwise(int status) throws CentreException {
    round.dav().token(round.place(), round.patience());
    return status != 401 && status != 404;
  }
}
