package org.escale.network.cowallonia;

import org.escale.spi.label.LabelRules;
import org.escale.tck.label.LabelRulesContract;

public class CoWalloniaLabelTest extends LabelRulesContract<CoWalloniaLabel.Mark> {
  @Override
  protected LabelRules<CoWalloniaLabel.Mark> make() {
    return new CoWalloniaLabel();
  }
}
