package org.escale.core.centres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** The one place that a key has in a centre's system. Asked on the system's own thread. */
record Stand(OpenSystem system, CentreDesk desk, SpaceRef ref, Key key) {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration UNAVAILABLE = Duration.ofSeconds(10);

  /** What stands there now. */
  Optional<ForeignEntry> lookup() throws CentreException {
    return desk.lookup(ref, key);
  }

  /** What others have in that slot; hours that were ceded to us are in nobody's way. */
  List<ForeignEntry> inTheWay(TimeSlot slot) throws CentreException {
    return system.link().feed().pull(ref, slot).inTheWay(slot, key).stream()
        .filter(entry -> entry.key().filter(this::ceded).isEmpty())
        .toList();
  }

  private boolean ceded(Key other) {
    return Blocks.is(other) && other.federation().equals(key.federation());
  }

  /** Marks it as ceded hours. */
  DeskAnswer block(TimeSlot slot) {
    return desk.hold(new HoldRequest(ref, key, slot, slot.to(), "Escale"));
  }

  /** Asks for it, tentatively. */
  DeskAnswer hold(TimeSlot slot, Instant until) {
    return desk.hold(new HoldRequest(ref, key, slot, until, "Escale " + key.booking()));
  }

  /** Where that entry stands. */
  ForeignRef at(ForeignEntry entry) {
    return new ForeignRef(ref, key, entry.id(), entry.revision());
  }

  /** Takes away whatever stands there; empty once nothing does. */
  Optional<Again> giveBack() throws CentreException {
    var there = lookup();
    return there.isEmpty() ? Optional.empty() : unsettled(desk.cancel(at(there.get())));
  }

  /** When to ask again after an answer that leaves it open; empty where it does not. */
  static Optional<Again> unsettled(DeskAnswer answer) {
    if (answer instanceof DeskAnswer.Unknown) {
      return Optional.of(new Again(AGAIN, "no answer: it is looked up"));
    }
    return answer instanceof DeskAnswer.Unavailable
        ? Optional.of(new Again(UNAVAILABLE, "not reached"))
        : Optional.empty();
  }
}
