package org.escale.tck.centre;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;

/**
 * Takes a place in a system that does not keep two from taking one: look, hold, look again, and
 * only then confirm. Who finds somebody else there after holding gives way at once if the other is
 * firm, no federation's, or has the smaller key; the smaller key waits until the other gave way,
 * because the other may have looked before. The shortest description of what the engine does;
 * without a journal, so it is for tests alone.
 */
final class Taker {
  private static final int LOOKS = 400;
  private static final long BETWEEN_NANOS = 5_000_000;

  private final CentreFeed feed;
  private final CentreDesk desk;

  Taker(CentreLink link) {
    feed = link.feed();
    desk = link.desk().orElseThrow();
  }

  /** The confirmed place, or nothing. */
  Optional<ForeignRef> take(HoldRequest request) throws CentreException {
    if (!inTheWay(request).isEmpty()) {
      return Optional.empty();
    }
    var held = settled(desk.hold(request), request);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    if (aloneAfterAll(request) && desk.confirm(held.get()) instanceof DeskAnswer.Done done) {
      return Optional.of(done.ref());
    }
    desk.cancel(held.get());
    return Optional.empty();
  }

  private boolean aloneAfterAll(HoldRequest request) throws CentreException {
    for (int look = 0; look < LOOKS; look++) {
      var others = inTheWay(request);
      if (others.isEmpty()) {
        return true;
      }
      if (others.stream().anyMatch(other -> staysAgainst(other, request))) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
    return false;
  }

  private static boolean staysAgainst(ForeignEntry other, HoldRequest request) {
    return !other.tentative()
        || other.key().map(k -> k.uid().compareTo(request.key().uid()) < 0).orElse(true);
  }

  private java.util.List<ForeignEntry> inTheWay(HoldRequest request) throws CentreException {
    return feed.pull(request.space(), request.slot()).inTheWay(request.slot(), request.key());
  }

  private Optional<ForeignRef> settled(DeskAnswer answer, HoldRequest request)
      throws CentreException {
    if (answer instanceof DeskAnswer.Done done) {
      return Optional.of(done.ref());
    }
    if (!(answer instanceof DeskAnswer.Unknown)) {
      return Optional.empty();
    }
    return desk.lookup(request.space(), request.key())
        .map(e -> new ForeignRef(request.space(), request.key(), e.id(), e.revision()));
  }
}
