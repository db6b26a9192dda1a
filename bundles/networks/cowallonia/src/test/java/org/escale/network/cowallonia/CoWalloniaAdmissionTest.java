package org.escale.network.cowallonia;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.escale.federation.CentreFacts;
import org.escale.federation.CentreProfile;
import org.escale.federation.Criterion;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.spi.admission.AdmissionRules;
import org.escale.tck.admission.AdmissionRulesContract;
import org.escale.tck.sample.Centres;
import org.junit.Test;

public class CoWalloniaAdmissionTest extends AdmissionRulesContract<CoWalloniaAdmission.Bar> {
  @Override
  protected AdmissionRules<CoWalloniaAdmission.Bar> make() {
    return new CoWalloniaAdmission();
  }

  @Test
  public void eachCentreHasTwentyDesksAtLeast() {
    assertEquals(List.of("LEAST_DESKS"), blocking(19));
    assertEquals(List.of(), blocking(20));
  }

  private List<String> blocking(int desks) {
    var profile = new CentreProfile(20, 200, desks, 1, Set.of(), true, 20, true);
    var centre = Centres.centre("cowo", profile);
    var site = new Site(centre.site(), "Site", "Town", "Wallonia", new Position(50.4, 4.4));
    var facts = new CentreFacts(centre, site, List.of(), List.of());
    return subject().admit(subject().released(), facts).stream()
        .filter(Criterion::blocks)
        .map(Criterion::code)
        .toList();
  }
}
