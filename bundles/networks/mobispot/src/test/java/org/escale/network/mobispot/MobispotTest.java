package org.escale.network.mobispot;

import static org.junit.Assert.assertEquals;

import java.time.Period;
import org.escale.spi.network.AffiliationRules;
import org.escale.tck.network.AffiliationRulesContract;
import org.junit.Test;

public class MobispotTest extends AffiliationRulesContract<Mobispot.Joining> {
  @Override
  protected AffiliationRules<Mobispot.Joining> make() {
    return new Mobispot();
  }

  @Test
  public void r48_aCentreJoinsForAYear() {
    assertEquals(Period.ofYears(1), subject().offer(subject().released()).commitment());
  }
}
