package org.escale.network.mobispot;

import org.escale.spi.visit.VisitRules;
import org.escale.tck.visit.VisitRulesContract;

public class MobispotVisitsTest extends VisitRulesContract<MobispotVisits.Patience> {
  @Override
  protected VisitRules<MobispotVisits.Patience> make() {
    return new MobispotVisits();
  }
}
