package org.escale.network.smartworkcenters;

import org.escale.spi.visit.VisitRules;
import org.escale.tck.visit.VisitRulesContract;

public class SmartWorkVisitsTest extends VisitRulesContract<SmartWorkVisits.Patience> {
  @Override
  protected VisitRules<SmartWorkVisits.Patience> make() {
    return new SmartWorkVisits();
  }
}
