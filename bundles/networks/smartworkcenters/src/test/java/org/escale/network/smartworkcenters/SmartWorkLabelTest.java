package org.escale.network.smartworkcenters;

import org.escale.spi.label.LabelRules;
import org.escale.tck.label.LabelRulesContract;

public class SmartWorkLabelTest extends LabelRulesContract<SmartWorkLabel.Mark> {
  @Override
  protected LabelRules<SmartWorkLabel.Mark> make() {
    return new SmartWorkLabel();
  }
}
