package org.escale.network.smartworkcenters;

import org.escale.spi.admission.AdmissionRules;
import org.escale.tck.admission.AdmissionRulesContract;

public class SmartWorkAdmissionTest extends AdmissionRulesContract<SmartWorkAdmission.Bar> {
  @Override
  protected AdmissionRules<SmartWorkAdmission.Bar> make() {
    return new SmartWorkAdmission();
  }
}
