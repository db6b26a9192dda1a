package org.escale.tck.example;

import org.escale.spi.admission.AdmissionRules;
import org.escale.tck.admission.AdmissionRulesContract;

public class AcmeAdmissionTest extends AdmissionRulesContract<AcmeAdmission.Bar> {
  @Override
  protected AdmissionRules<AcmeAdmission.Bar> make() {
    return new AcmeAdmission();
  }
}
