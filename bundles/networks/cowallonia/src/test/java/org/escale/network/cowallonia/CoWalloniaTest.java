package org.escale.network.cowallonia;

import org.escale.spi.network.AffiliationRules;
import org.escale.tck.network.AffiliationRulesContract;

public class CoWalloniaTest extends AffiliationRulesContract<CoWallonia.Joining> {
  @Override
  protected AffiliationRules<CoWallonia.Joining> make() {
    return new CoWallonia();
  }
}
