package org.escale.network.cowallonia;

import org.escale.spi.visit.VisitRules;
import org.escale.tck.visit.VisitRulesContract;

public class CoWalloniaVisitsTest extends VisitRulesContract<CoWalloniaVisits.Patience> {
  @Override
  protected VisitRules<CoWalloniaVisits.Patience> make() {
    return new CoWalloniaVisits();
  }
}
