package org.escale.network.smartworkcenters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.spi.admission.AdmissionRules;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** Technology comes first: an automated centre is welcome if its line and equipment are strong. */
@Component(service = {AdmissionRules.class, Rule.class})
public final class SmartWorkAdmission implements AdmissionRules<SmartWorkAdmission.Bar> {

  /** How high the bar lies. */
  public record Bar(int broadbandMbps, int desks, Set<String> equipment) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("smart-work-centers/admission/1");
  }

  @Override
  public Bar released() {
    return new Bar(50, 6, Set.of("printer", "video-conference", "guest-network"));
  }

  @Override
  public List<Criterion> admit(Bar bar, CentreFacts facts) {
    var profile = facts.centre().profile();
    var missing = new TreeSet<>(bar.equipment());
    missing.removeAll(profile.equipment());
    return List.of(
        criterion("WIFI", profile.wifi(), "" + profile.wifi(), "Install Wi-Fi."),
        criterion(
            "BROADBAND",
            profile.broadbandMbps() >= bar.broadbandMbps(),
            profile.broadbandMbps() + " of " + bar.broadbandMbps() + " Mbit/s",
            "Order a faster line."),
        criterion(
            "SECURE_ACCESS",
            profile.secureAccess(),
            "" + profile.secureAccess(),
            "Secure the access to the building."),
        criterion(
            "LEAST_DESKS",
            profile.desks() >= bar.desks(),
            profile.desks() + " of " + bar.desks() + " desks",
            "Offer more desks."),
        criterion(
            "EQUIPMENT", missing.isEmpty(), "missing " + missing, "Install what is missing."));
  }

  private static Criterion criterion(String code, boolean met, String found, String remedy) {
    return new Criterion(code, met, true, Map.of("found", found), remedy);
  }
}
