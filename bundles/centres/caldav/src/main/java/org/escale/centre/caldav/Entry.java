package org.escale.centre.caldav;

import java.net.URI;
import java.util.Optional;
import org.escale.libraries.icalendar.OwnEvent;
import org.escale.libraries.icalendar.UnreadableCalendarException;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;

/**
 * What stands at the place of one of our keys.
 *
 * @param own our event; empty if somebody made something else of it
 */
record Entry(Found found, Optional<OwnEvent> own) {
  private static final int OK = 200;

  /** As it is now; empty if there is nothing. */
  static Optional<Entry> at(URI address, Dav dav, Patience patience) throws CentreException {
    try {
      var reply = dav.send(dav.ask("GET", address), patience);
      if (reply.status() == 404 || reply.status() == 410) {
        return Optional.empty();
      }
      if (reply.status() != OK) {
        throw Troubles.of(reply.status());
      }
      var properties = new java.util.HashMap<String, String>();
      reply.header("ETag").ifPresent(etag -> properties.put(Found.ETAG, etag));
      properties.put(Found.DATA, reply.body());
      var found = new Found(address.getRawPath(), OK, properties);
      return Optional.of(new Entry(found, own(reply.body())));
    } catch (WireException none) {
      throw Troubles.of(none);
    }
  }

  String revision() {
    return found.property(Found.ETAG).orElse("");
  }

  /** Whether it keeps that place for that key, held or firm. */
  boolean keeps(OwnEvent event) {
    return own.filter(is -> is.uid().equals(event.uid()) && is.slot().equals(event.slot()))
        .isPresent();
  }

  /** The answer that it is as asked. */
  DeskAnswer done(SpaceRef space, Key key) {
    return new DeskAnswer.Done(new ForeignRef(space, key, Place.id(found.href()), revision()));
  }

  private static Optional<OwnEvent> own(String text) {
    try {
      return OwnEvent.of(text);
    } catch (UnreadableCalendarException notOurs) {
      return Optional.empty();
    }
  }
}
