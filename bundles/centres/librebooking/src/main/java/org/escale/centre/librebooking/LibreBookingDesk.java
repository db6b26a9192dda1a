package org.escale.centre.librebooking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.escale.libraries.link.Answers;
import org.escale.libraries.link.Inscription;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;

/**
 * Asks for places in LibreBooking, which takes no key of ours: so one at a time asks whether it is
 * there already, and only then writes. What LibreBooking says in words is not read: whatever it
 * answers, we look again.
 */
final class LibreBookingDesk implements CentreDesk {
  private final Services services;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock();

  LibreBookingDesk(Services services, Clock clock) {
    this.services = services;
    this.clock = clock;
  }

  @Override
  public DeskAnswer hold(HoldRequest request) {
    return inTurn(request.space(), room -> held(room, request));
  }

  @Override
  public DeskAnswer confirm(ForeignRef held) {
    return inTurn(held.space(), room -> confirmed(room, held));
  }

  @Override
  public DeskAnswer cancel(ForeignRef held) {
    return inTurn(held.space(), room -> cancelled(room, held));
  }

  @Override
  public Optional<ForeignEntry> lookup(SpaceRef space, Key key) throws CentreException {
    return Room.of(services, space).find(key, clock.instant()).map(Reservation::entry);
  }

  private interface Change {
    DeskAnswer in(Room room) throws CentreException, WireException;
  }

  private DeskAnswer inTurn(SpaceRef space, Change change) {
    try {
      var room = Room.of(services, space);
      if (!turn.tryLock(room.patience().left().toMillis(), TimeUnit.MILLISECONDS)) {
        return new DeskAnswer.Unavailable();
      }
      try {
        return change.in(room);
      } finally {
        turn.unlock();
      }
    } catch (CentreException none) {
      return Answers.of(none);
    } catch (WireException none) {
      return Answers.of(none);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new DeskAnswer.Unavailable();
    }
  }

  private DeskAnswer held(Room room, HoldRequest request) throws CentreException, WireException {
    var slot = request.slot();
    if (!onTheMinute(slot.from()) || !onTheMinute(slot.to())) {
      return new DeskAnswer.Refused("minutes");
    }
    var there = room.find(request.key(), clock.instant());
    if (there.isPresent()) {
      return there.get().slot().equals(slot)
          ? new DeskAnswer.Done(there.get().ref(request.space(), request.key()))
          : new DeskAnswer.Conflict();
    }
    var status = room.create(slot, new Inscription(request.label(), request.key(), true)).status();
    var now = room.during(slot);
    var ours = now.stream().filter(reservation -> reservation.is(request.key())).findFirst();
    if (ours.isPresent()) {
      return new DeskAnswer.Done(ours.get().ref(request.space(), request.key()));
    }
    return now.isEmpty() && status != 201 ? Answers.refused(status) : new DeskAnswer.Conflict();
  }

  /** LibreBooking leaves seconds out. */
  private static boolean onTheMinute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).equals(at);
  }

  private DeskAnswer confirmed(Room room, ForeignRef held) throws CentreException, WireException {
    var there = same(room, held);
    if (there.isEmpty()) {
      return new DeskAnswer.Conflict();
    }
    if (there.get().waits()) {
      return new DeskAnswer.Refused("needs-approval");
    }
    if (!there.get().tentative()) {
      return new DeskAnswer.Done(there.get().ref(held.space(), held.key()));
    }
    var title = there.get().title().orElseThrow().firm();
    var status = room.change(there.get(), title).status();
    var now = room.find(held.key(), clock.instant());
    if (now.filter(is -> !is.tentative() && is.slot().equals(there.get().slot())).isPresent()) {
      return new DeskAnswer.Done(now.get().ref(held.space(), held.key()));
    }
    return now.isEmpty() || status < 300 ? new DeskAnswer.Conflict() : Answers.refused(status);
  }

  private DeskAnswer cancelled(Room room, ForeignRef held) throws CentreException, WireException {
    var there = room.find(held.key(), clock.instant());
    if (there.isEmpty()) {
      return new DeskAnswer.Done(held);
    }
    var status = room.delete(there.get()).status();
    var gone = room.find(held.key(), clock.instant()).isEmpty();
    return gone ? new DeskAnswer.Done(held) : Answers.refused(Math.max(status, 400));
  }

  private Optional<Reservation> same(Room room, ForeignRef held) throws CentreException {
    return room.find(held.key(), clock.instant())
        .filter(is -> is.ref(held.space(), held.key()).revision().equals(held.revision()));
  }
}
