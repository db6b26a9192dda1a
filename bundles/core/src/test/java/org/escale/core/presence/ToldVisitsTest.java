package org.escale.core.presence;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.junit.Test;

/** What waits to be tried again, and what is set aside for good (rule L9). */
public class ToldVisitsTest {
  private static final Set<RefusalCode> PASSING =
      Set.of(
          RefusalCode.TEMPORARILY_UNAVAILABLE,
          RefusalCode.CHANGED_MEANWHILE,
          RefusalCode.ALREADY_PRESENT);

  @Test
  public void l9_onlyWhatPassesIsTriedAgain() {
    for (var code : RefusalCode.values()) {
      var again = ToldVisits.settled(Outcome.refused(code)).orElseThrow();
      assertEquals(code.name(), !PASSING.contains(code), again.aside());
    }
    assertEquals(Optional.empty(), ToldVisits.settled(Outcome.done("")));
  }
}
