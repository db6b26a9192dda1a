package org.escale.centre.caldav;

import java.net.URI;
import java.util.Optional;
import org.escale.libraries.icalendar.OwnEvent;
import org.escale.libraries.link.Answers;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignRef;

/**
 * Makes a held event firm, and takes ours away. Both read what stands there first and write only if
 * it is still that, and read again whatever the server says, because some say 500 and have done it.
 */
final class Changing {
  private static final int MOST_TRIES = 3;
  private static final int PRECONDITION = 412;

  private final Dav dav;

  Changing(Dav dav) {
    this.dav = dav;
  }

  DeskAnswer confirm(ForeignRef held, Place place) throws CentreException {
    var patience = dav.patience();
    var address = place.entry(held.key());
    var there = Entry.at(address, dav, patience);
    if (there.isEmpty()
        || there.get().own().isEmpty()
        || !there.get().revision().equals(held.revision())) {
      return new DeskAnswer.Conflict();
    }
    var own = there.get().own().get();
    if (!own.tentative()) {
      return there.get().done(held.space(), held.key());
    }
    return firm(held, address, own.firm(), patience);
  }

  private DeskAnswer firm(ForeignRef held, URI address, OwnEvent firm, Patience patience)
      throws CentreException {
    var ask =
        dav.ask("PUT", address)
            .saying("text/calendar; charset=utf-8", firm.text())
            .with("If-Match", held.revision())
            .twice();
    int status;
    try {
      status = dav.send(ask, patience).status();
    } catch (WireException none) {
      return Answers.of(none);
    }
    var now = Entry.at(address, dav, patience);
    if (now.filter(entry -> entry.own().equals(Optional.of(firm))).isPresent()) {
      return now.get().done(held.space(), held.key());
    }
    var changed = status == PRECONDITION || status == 404 || status < 300;
    return changed ? new DeskAnswer.Conflict() : Answers.refused(status);
  }

  DeskAnswer cancel(ForeignRef held, Place place) throws CentreException {
    var patience = dav.patience();
    var address = place.entry(held.key());
    for (int i = 0; i < MOST_TRIES; i++) {
      var there = Entry.at(address, dav, patience);
      if (there.isEmpty()) {
        return new DeskAnswer.Done(held);
      }
      if (!there.get().found().property(Found.DATA).orElse("").contains(held.key().uid())) {
        return new DeskAnswer.Refused("not-ours");
      }
      var status = deleted(dav.ask("DELETE", address), there.get().revision(), patience);
      if (status.isPresent() && status.get() != PRECONDITION) {
        return goneOr(held, address, status.get(), patience);
      }
      if (status.isEmpty()) {
        return new DeskAnswer.Unknown();
      }
    }
    return new DeskAnswer.Unavailable();
  }

  private DeskAnswer goneOr(ForeignRef held, URI address, int status, Patience patience)
      throws CentreException {
    var gone = Entry.at(address, dav, patience).isEmpty();
    return gone ? new DeskAnswer.Done(held) : Answers.refused(Math.max(status, 400));
  }

  /** The status; empty if no answer came. */
  private Optional<Integer> deleted(Ask ask, String revision, Patience patience) {
    try {
      var conditional = revision.isEmpty() ? ask : ask.with("If-Match", revision).twice();
      return Optional.of(dav.send(conditional, patience).status());
    } catch (WireException none) {
      return Optional.empty();
    }
  }
}
