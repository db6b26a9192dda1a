package org.escale.core.centres;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.caller.Sight;
import org.escale.core.rights.People;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings a centre's system and a booking together: look, hold, look again, confirm there, and only
 * then confirm here. Each step begins by reading, so that it can be broken off anywhere and done
 * again (B6). Who finds another federation's hold gives way if the other's key is smaller, and
 * waits for the other to give way if its own is: the other may have looked before us, so a smaller
 * key alone is no right to the place. Runs on the system's own thread.
 */
@Component(service = Placing.class)
public final class Placing {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration UNAVAILABLE = Duration.ofSeconds(10);
  private static final Set<State> GIVEN_BACK =
      EnumSet.of(State.CANCELLED, State.REJECTED, State.EXPIRED, State.NO_SHOW);

  private final Words words;
  private final Verdicts verdicts;
  private final People people;

  /** Commits what comes of it through those verdicts. */
  @Activate
  public Placing(@Reference Words words, @Reference Verdicts verdicts, @Reference People people) {
    this.words = words;
    this.verdicts = verdicts;
    this.people = people;
  }

  private record Case(OpenSystem system, CentreDesk desk, SpaceRef ref, Key key) {
    ForeignRef at(ForeignEntry entry) {
      return new ForeignRef(ref, key, entry.id(), entry.revision());
    }
  }

  /** Does what is left to do; empty when both sides agree. */
  Optional<Again> settle(OpenSystem system, BookingId id) throws CentreException {
    var kept = words.get(Booking.class, id, Sight.PLATFORM).orElseThrow();
    var desk = system.link().desk();
    var ref = system.ref(kept.word().space());
    if (desk.isEmpty() || ref.isEmpty()) {
      return Optional.empty();
    }
    var found = new Case(system, desk.get(), ref.get(), new Key(id.value(), people.issuer()));
    var again = Optional.<Again>empty();
    if (kept.word().state() == State.PENDING) {
      again = place(found, kept);
    } else if (GIVEN_BACK.contains(kept.word().state())) {
      again = giveBack(found);
    }
    system.answered();
    return again;
  }

  private Optional<Again> place(Case at, Kept<Booking> kept) throws CentreException {
    var booking = kept.word();
    var there = at.desk().lookup(at.ref(), at.key());
    if (there.isPresent()) {
      var same = there.get().slots().equals(List.of(booking.slot()));
      if (!same) {
        return withdraw(at, at.at(there.get()), kept);
      }
      return there.get().tentative()
          ? verify(at, at.at(there.get()), kept)
          : verdicts.confirmed(at.system(), kept, at.at(there.get()));
    }
    if (!inTheWay(at, booking).isEmpty()) {
      return verdicts.rejected(kept, "booking.ended.taken");
    }
    var until = booking.heldUntil().orElse(booking.slot().to());
    var label = "Escale " + booking.id();
    var request = new HoldRequest(at.ref(), at.key(), booking.slot(), until, label);
    return held(at, at.desk().hold(request), kept);
  }

  private Optional<Again> held(Case at, DeskAnswer answer, Kept<Booking> kept)
      throws CentreException {
    if (answer instanceof DeskAnswer.Done done) {
      return verify(at, done.ref(), kept);
    }
    return unsettled(answer).or(() -> verdicts.rejected(kept, "booking.ended.taken"));
  }

  private Optional<Again> verify(Case at, ForeignRef ref, Kept<Booking> kept)
      throws CentreException {
    var others = inTheWay(at, kept.word());
    if (others.stream().anyMatch(other -> staysAgainst(other, at.key()))) {
      return withdraw(at, ref, kept);
    }
    if (!others.isEmpty()) {
      return Optional.of(new Again(AGAIN, "another federation is about to give way"));
    }
    var answer = at.desk().confirm(ref);
    if (answer instanceof DeskAnswer.Done done) {
      return verdicts.confirmed(at.system(), kept, done.ref());
    }
    var again = unsettled(answer);
    return again.isPresent() ? again : withdraw(at, ref, kept);
  }

  private Optional<Again> withdraw(Case at, ForeignRef ref, Kept<Booking> kept) {
    var again = unsettled(at.desk().cancel(ref));
    return again.isPresent() ? again : verdicts.rejected(kept, "booking.ended.taken");
  }

  private Optional<Again> giveBack(Case at) throws CentreException {
    var there = at.desk().lookup(at.ref(), at.key());
    return there.isEmpty() ? Optional.empty() : unsettled(at.desk().cancel(at.at(there.get())));
  }

  private List<ForeignEntry> inTheWay(Case at, Booking booking) throws CentreException {
    var page = at.system().link().feed().pull(at.ref(), booking.slot());
    return page.inTheWay(booking.slot(), at.key());
  }

  /** Whether the other keeps the place against us. */
  private static boolean staysAgainst(ForeignEntry other, Key ours) {
    return !other.tentative()
        || other.key().map(key -> key.uid().compareTo(ours.uid()) < 0).orElse(true);
  }

  private static Optional<Again> unsettled(DeskAnswer answer) {
    if (answer instanceof DeskAnswer.Unknown) {
      return Optional.of(new Again(AGAIN, "no answer: it is looked up"));
    }
    return answer instanceof DeskAnswer.Unavailable
        ? Optional.of(new Again(UNAVAILABLE, "not reached"))
        : Optional.empty();
  }
}
