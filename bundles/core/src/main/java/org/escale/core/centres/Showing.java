package org.escale.core.centres;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.core.steward.EffectHandler.Again;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignRef;

/**
 * Shows a booking in the centre's system that was decided here or by a person. Nothing depends on
 * whether the system likes it: a no is left as it is. Each step begins by reading, so that it can
 * be broken off anywhere and done again.
 */
record Showing(Stand stand, Booking booking) {
  private static final Set<State> SEEN =
      EnumSet.of(State.CONFIRMED, State.CHECKED_IN, State.FULFILLED);

  /** Does what is left to do; empty once the system shows it, or will not. */
  Optional<Again> on() throws CentreException {
    return SEEN.contains(booking.state()) ? seen() : stand.giveBack();
  }

  private Optional<Again> seen() throws CentreException {
    var there = stand.lookup();
    if (there.isEmpty()) {
      return held();
    }
    if (there.get().slots().equals(List.of(booking.slot()))) {
      return there.get().tentative() ? confirmed(stand.at(there.get())) : Optional.empty();
    }
    var again = stand.giveBack();
    return again.isPresent() ? again : held();
  }

  private Optional<Again> held() {
    var answer = stand.hold(booking.slot(), booking.slot().to());
    return answer instanceof DeskAnswer.Done done ? confirmed(done.ref()) : Stand.unsettled(answer);
  }

  private Optional<Again> confirmed(ForeignRef ref) {
    return Stand.unsettled(stand.desk().confirm(ref));
  }
}
