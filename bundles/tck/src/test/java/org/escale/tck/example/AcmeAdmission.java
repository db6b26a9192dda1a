package org.escale.tck.example;

import java.util.List;
import java.util.Map;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.spi.admission.AdmissionRules;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** Whoever has Wi-Fi and five desks may join. */
@Component(service = {AdmissionRules.class, Rule.class})
public final class AcmeAdmission implements AdmissionRules<AcmeAdmission.Bar> {

  /** How many desks. */
  public record Bar(int desks) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("acme/admission/1");
  }

  @Override
  public Bar released() {
    return new Bar(5);
  }

  @Override
  public List<Criterion> admit(Bar bar, CentreFacts facts) {
    var profile = facts.centre().profile();
    return List.of(
        new Criterion(
            "WIFI", profile.wifi(), true, Map.of("found", "" + profile.wifi()), "Install Wi-Fi."),
        new Criterion(
            "LEAST_DESKS",
            profile.desks() >= bar.desks(),
            true,
            Map.of("found", "" + profile.desks(), "asked", "" + bar.desks()),
            "Offer more desks."));
  }
}
