package org.escale.network.mobispot;

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

/** Somebody on site welcomes the guest, and the line, the doors and the desks are ready. */
@Component(service = {AdmissionRules.class, Rule.class})
public final class MobispotAdmission implements AdmissionRules<MobispotAdmission.Bar> {

  /** How high the bar lies. */
  public record Bar(
      int staffedHoursPerWeek,
      int broadbandMbps,
      int squareMetres,
      int desks,
      Set<String> regions,
      Set<String> equipment) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("mobispot/admission/1");
  }

  @Override
  public Bar released() {
    var regions = Set.of("Wallonia", "Brussels", "Flanders");
    return new Bar(20, 20, 80, 8, regions, Set.of("printer", "beamer"));
  }

  @Override
  public List<Criterion> admit(Bar bar, CentreFacts facts) {
    var profile = facts.centre().profile();
    return List.of(
        atLeast(
            "ON_SITE_STAFF",
            profile.staffedHoursPerWeek(),
            bar.staffedHoursPerWeek(),
            "Have reception and support staff on site for these hours a week."),
        has("WIFI", profile.wifi(), "Install Wi-Fi."),
        atLeast("BROADBAND", profile.broadbandMbps(), bar.broadbandMbps(), "Order a faster line."),
        has("SECURE_ACCESS", profile.secureAccess(), "Secure the access to the building."),
        place(bar, facts),
        atLeast("LEAST_SPACE", profile.squareMetres(), bar.squareMetres(), "Offer more space."),
        atLeast("LEAST_DESKS", profile.desks(), bar.desks(), "Offer more desks."),
        equipment(bar.equipment(), profile.equipment()));
  }

  private static Criterion atLeast(String code, int found, int asked, String remedy) {
    var evidence = Map.of("found", "" + found, "asked", "" + asked);
    return new Criterion(code, found >= asked, true, evidence, remedy);
  }

  private static Criterion has(String code, boolean met, String remedy) {
    return new Criterion(code, met, true, Map.of("found", met ? "yes" : "no"), remedy);
  }

  private static Criterion place(Bar bar, CentreFacts facts) {
    var region = facts.site().region();
    var evidence =
        Map.of("found", region, "asked", String.join(", ", new TreeSet<>(bar.regions())));
    var met = bar.regions().contains(region);
    return new Criterion("PLACE", met, true, evidence, "Join from a region that is served.");
  }

  private static Criterion equipment(Set<String> asked, Set<String> found) {
    var missing = new TreeSet<>(asked);
    missing.removeAll(found);
    var evidence =
        Map.of("asked", String.join(", ", new TreeSet<>(asked)), "missing", missing.toString());
    return new Criterion(
        "EQUIPMENT", missing.isEmpty(), true, evidence, "Install the missing equipment.");
  }
}
