package org.escale.centre.easyappointments;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.escale.libraries.link.Answers;
import org.escale.libraries.link.Inscription;
import org.escale.libraries.wire.Patience;
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
 * Asks for places in Easy!Appointments, which takes whatever overlaps and no key of ours: so one at
 * a time asks whether it is there already, and whether a place is free is for who looks before and
 * after.
 */
final class EasyAppointmentsDesk implements CentreDesk {
  private final Rooms rooms;
  private final ReentrantLock turn = new ReentrantLock();

  EasyAppointmentsDesk(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public DeskAnswer hold(HoldRequest request) {
    return inTurn(patience -> held(request, patience));
  }

  @Override
  public DeskAnswer confirm(ForeignRef held) {
    return inTurn(patience -> confirmed(held, patience));
  }

  @Override
  public DeskAnswer cancel(ForeignRef held) {
    return inTurn(patience -> cancelled(held, patience));
  }

  @Override
  public Optional<ForeignEntry> lookup(SpaceRef space, Key key) throws CentreException {
    return rooms.find(space, key, rooms.patience()).map(Appointment::entry);
  }

  private interface Change {
    DeskAnswer within(Patience patience) throws CentreException, WireException;
  }

  private DeskAnswer inTurn(Change change) {
    var patience = rooms.patience();
    try {
      if (!turn.tryLock(patience.left().toMillis(), TimeUnit.MILLISECONDS)) {
        return new DeskAnswer.Unavailable();
      }
      try {
        return change.within(patience);
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

  private DeskAnswer held(HoldRequest request, Patience patience)
      throws CentreException, WireException {
    var slot = request.slot();
    if (!Appointment.canBeWritten(slot.from(), rooms.zone())
        || !Appointment.canBeWritten(slot.to(), rooms.zone())) {
      return new DeskAnswer.Refused("clock");
    }
    var there = rooms.find(request.space(), request.key(), patience);
    if (there.isPresent()) {
      return there.get().slot().equals(slot)
          ? done(there.get(), request.space(), request.key())
          : new DeskAnswer.Conflict();
    }
    var text = new Inscription(request.label(), request.key(), true);
    var status = rooms.create(request.space(), slot, text, patience).status();
    return rooms
        .find(request.space(), request.key(), patience)
        .map(now -> done(now, request.space(), request.key()))
        .orElseGet(() -> Answers.refused(Math.max(status, 400)));
  }

  private DeskAnswer confirmed(ForeignRef held, Patience patience)
      throws CentreException, WireException {
    var there = rooms.find(held.space(), held.key(), patience);
    if (there.filter(is -> is.entry().revision().equals(held.revision())).isEmpty()) {
      return new DeskAnswer.Conflict();
    }
    if (!there.get().tentative()) {
      return done(there.get(), held.space(), held.key());
    }
    var text = there.get().ours().orElseThrow().firm();
    var status = rooms.change(held.space(), there.get(), text, patience).status();
    var now = rooms.find(held.space(), held.key(), patience);
    if (now.filter(is -> !is.tentative() && is.slot().equals(there.get().slot())).isPresent()) {
      return done(now.get(), held.space(), held.key());
    }
    return now.isEmpty() || status < 300 ? new DeskAnswer.Conflict() : Answers.refused(status);
  }

  private DeskAnswer cancelled(ForeignRef held, Patience patience)
      throws CentreException, WireException {
    var there = rooms.find(held.space(), held.key(), patience);
    if (there.isEmpty()) {
      return new DeskAnswer.Done(held);
    }
    var status = rooms.delete(there.get(), patience).status();
    var gone = rooms.find(held.space(), held.key(), patience).isEmpty();
    return gone ? new DeskAnswer.Done(held) : Answers.refused(Math.max(status, 400));
  }

  private static DeskAnswer done(Appointment there, SpaceRef space, Key key) {
    return new DeskAnswer.Done(there.ref(space, key));
  }
}
