package org.escale.network.cowallonia;

import java.util.List;
import java.util.Map;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.spi.admission.AdmissionRules;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** A coworking space with room for a community: twenty desks, a host, and Wi-Fi. */
@Component(service = {AdmissionRules.class, Rule.class})
public final class CoWalloniaAdmission implements AdmissionRules<CoWalloniaAdmission.Bar> {

  /** How many desks, how many hours with a host, and where. */
  public record Bar(int desks, int hostedHoursPerWeek, String region) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("cowallonia/admission/1");
  }

  @Override
  public Bar released() {
    return new Bar(20, 10, "Wallonia");
  }

  @Override
  public List<Criterion> admit(Bar bar, CentreFacts facts) {
    var profile = facts.centre().profile();
    var region = facts.site().region();
    return List.of(
        new Criterion(
            "LEAST_DESKS",
            profile.desks() >= bar.desks(),
            true,
            Map.of("found", "" + profile.desks(), "asked", "" + bar.desks()),
            "Offer more desks."),
        new Criterion(
            "HOST",
            profile.staffedHoursPerWeek() >= bar.hostedHoursPerWeek(),
            true,
            Map.of(
                "found", "" + profile.staffedHoursPerWeek(),
                "asked", "" + bar.hostedHoursPerWeek()),
            "Have a host on site for these hours a week."),
        new Criterion(
            "WIFI", profile.wifi(), true, Map.of("found", "" + profile.wifi()), "Install Wi-Fi."),
        new Criterion(
            "PLACE",
            region.equals(bar.region()),
            true,
            Map.of("found", region, "asked", bar.region()),
            "Only centres of that region join."));
  }
}
