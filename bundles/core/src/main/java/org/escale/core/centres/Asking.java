package org.escale.core.centres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.Key;
import org.escale.word.TimeSlot;

/**
 * Asks a centre's system for one place: look, hold, look again, confirm there, and only then say
 * yes here. Each step begins by reading, so that it can be broken off anywhere and done again (B6).
 * Who finds another federation's hold gives way if the other's key is smaller, and waits for the
 * other to give way if its own is: the other may have looked before us, so a smaller key alone is
 * no right to the place.
 *
 * @param until when whoever finds the hold may take it away
 */
record Asking(Stand stand, TimeSlot slot, Instant until, Heard heard) {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** What is done with the answer; each may come again. */
  interface Heard {
    /** It is ours there, firmly. */
    Optional<Again> yes(ForeignRef ref) throws CentreException;

    /** Somebody else has it, and nothing of ours is left there. */
    Optional<Again> no() throws CentreException;
  }

  /** Does what is left to do; empty once there is an answer. */
  Optional<Again> on() throws CentreException {
    var there = stand.lookup();
    if (there.isPresent()) {
      return found(there.get());
    }
    return stand.inTheWay(slot).isEmpty() ? held(stand.hold(slot, until)) : heard.no();
  }

  private Optional<Again> found(ForeignEntry there) throws CentreException {
    if (!there.slots().equals(List.of(slot))) {
      return withdraw(stand.at(there));
    }
    return there.tentative() ? verify(stand.at(there)) : heard.yes(stand.at(there));
  }

  private Optional<Again> held(DeskAnswer answer) throws CentreException {
    if (answer instanceof DeskAnswer.Done done) {
      return verify(done.ref());
    }
    var again = Stand.unsettled(answer);
    return again.isPresent() ? again : heard.no();
  }

  private Optional<Again> verify(ForeignRef ref) throws CentreException {
    var others = stand.inTheWay(slot);
    if (others.stream().anyMatch(other -> staysAgainst(other, stand.key()))) {
      return withdraw(ref);
    }
    if (!others.isEmpty()) {
      return Optional.of(new Again(AGAIN, "another federation is about to give way"));
    }
    var answer = stand.desk().confirm(ref);
    if (answer instanceof DeskAnswer.Done done) {
      return heard.yes(done.ref());
    }
    var again = Stand.unsettled(answer);
    return again.isPresent() ? again : withdraw(ref);
  }

  private Optional<Again> withdraw(ForeignRef ref) throws CentreException {
    var again = Stand.unsettled(stand.desk().cancel(ref));
    return again.isPresent() ? again : heard.no();
  }

  /** Whether the other keeps the place against us. */
  private static boolean staysAgainst(ForeignEntry other, Key ours) {
    return !other.tentative()
        || other.key().map(key -> key.uid().compareTo(ours.uid()) < 0).orElse(true);
  }
}
