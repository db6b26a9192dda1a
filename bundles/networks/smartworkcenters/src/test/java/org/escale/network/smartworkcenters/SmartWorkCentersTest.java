package org.escale.network.smartworkcenters;

import static org.junit.Assert.assertEquals;

import java.time.Period;
import org.escale.money.Money;
import org.escale.spi.network.AffiliationRules;
import org.escale.tck.network.AffiliationRulesContract;
import org.junit.Test;

public class SmartWorkCentersTest extends AffiliationRulesContract<SmartWorkCenters.Joining> {
  @Override
  protected AffiliationRules<SmartWorkCenters.Joining> make() {
    return new SmartWorkCenters();
  }

  @Test
  public void r47_threeYearsCost24000() {
    var offer = subject().offer(subject().released());
    assertEquals(Period.ofYears(3), offer.commitment());
    assertEquals(Money.euro("12000.00"), offer.fee(1));
    assertEquals(Money.euro("6000.00"), offer.fee(2));
    assertEquals(Money.euro("6000.00"), offer.fee(3));
  }
}
