package org.escale.tck.example;

import org.escale.spi.visit.VisitRules;
import org.escale.tck.visit.VisitRulesContract;

public class AcmeVisitsTest extends VisitRulesContract<AcmeVisits.Patience> {
  @Override
  protected VisitRules<AcmeVisits.Patience> make() {
    return new AcmeVisits();
  }
}
