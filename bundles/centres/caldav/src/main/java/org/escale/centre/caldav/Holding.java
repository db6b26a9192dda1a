package org.escale.centre.caldav;

import java.util.Optional;
import org.escale.libraries.icalendar.OwnEvent;
import org.escale.libraries.link.Answers;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.HoldRequest;

/**
 * Writes a held event where nothing is yet. What is written carries the calendar's own change token
 * as a condition: a server that heeds it (Cyrus) writes only if nothing at all changed since we
 * looked, which is compare and set. Whether one heeds it is learned by a first try with a token
 * that no server ever gave: one that writes nevertheless does not look at tokens, and has held the
 * place.
 */
final class Holding {
  static final String NEVER_GIVEN = "urn:escale:never-given";
  private static final int MOST_TRIES = 12;
  private static final int PRECONDITION = 412;

  private final Dav dav;
  private final Window window;
  private final Trust trust;

  Holding(Dav dav, Window window, Trust trust) {
    this.dav = dav;
    this.window = window;
    this.trust = trust;
  }

  DeskAnswer hold(HoldRequest request, Place place, OwnEvent event) throws CentreException {
    var patience = dav.patience();
    var token = Optional.of(NEVER_GIVEN);
    for (int i = 0; i < MOST_TRIES && !patience.ended(); i++) {
      if (i > 0 || trust.tokensHeeded()) {
        token = dav.token(place, patience);
        if (token.isPresent() && isTaken(request, place, patience)) {
          return new DeskAnswer.Conflict();
        }
      }
      var answer = once(new Try(request, place, event, token, patience));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return new DeskAnswer.Unavailable();
  }

  /** One write, with its condition. */
  private record Try(
      HoldRequest request,
      Place place,
      OwnEvent event,
      Optional<String> token,
      Patience patience) {}

  /** Empty if nothing was written because something changed. */
  private Optional<DeskAnswer> once(Try now) throws CentreException {
    var address = now.place().entry(now.request().key());
    var ask =
        dav.ask("PUT", address)
            .saying("text/calendar; charset=utf-8", now.event().text())
            .with("If-None-Match", "*")
            .twice();
    int status;
    try {
      status = dav.send(conditional(ask, now), now.patience()).status();
    } catch (WireException none) {
      return Optional.of(Answers.of(none));
    }
    var there = Entry.at(address, dav, now.patience());
    if (there.isPresent()) {
      noteWritten(status, now);
      return Optional.of(
          there.get().keeps(now.event())
              ? there.get().done(now.request().space(), now.request().key())
              : new DeskAnswer.Conflict());
    }
    noteNotWritten(status, now);
    var taken = status == PRECONDITION || status < 300;
    return taken ? Optional.empty() : Optional.of(Answers.refused(status));
  }

  private Ask conditional(Ask ask, Try now) {
    if (now.token().isEmpty() || trust.tokensIgnored()) {
      return ask;
    }
    var calendar = now.place().calendar().getRawPath();
    return ask.with("If", "<" + calendar + "> (<" + now.token().get() + ">)");
  }

  private void noteWritten(int status, Try now) {
    if (status < 300 && now.token().equals(Optional.of(NEVER_GIVEN))) {
      trust.tokensAreIgnored();
    }
  }

  private void noteNotWritten(int status, Try now) {
    if (status == PRECONDITION && now.token().equals(Optional.of(NEVER_GIVEN))) {
      trust.tokensAreHeeded();
    }
  }

  /** Whether something of others is in the way, and this very entry is not there yet. */
  private boolean isTaken(HoldRequest request, Place place, Patience patience)
      throws CentreException {
    var there = window.entries(place, request.slot(), patience);
    var key = request.key();
    return there.stream().anyMatch(entry -> entry.key().filter(key::sameBooking).isEmpty())
        && there.stream().allMatch(entry -> entry.key().filter(key::equals).isEmpty());
  }
}
