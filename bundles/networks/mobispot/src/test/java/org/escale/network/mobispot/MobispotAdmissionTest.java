package org.escale.network.mobispot;

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

public class MobispotAdmissionTest extends AdmissionRulesContract<MobispotAdmission.Bar> {
  @Override
  protected AdmissionRules<MobispotAdmission.Bar> make() {
    return new MobispotAdmission();
  }

  @Test
  public void r53_aFullyAutomatedCentreIsRefusedForItsStaffAlone() {
    assertEquals(List.of("ON_SITE_STAFF"), blocking(0));
    assertEquals(List.of("ON_SITE_STAFF"), blocking(19));
  }

  @Test
  public void r54_onSiteStaffOpensTheDoor() {
    assertEquals(List.of(), blocking(20));
  }

  private List<String> blocking(int staffedHours) {
    var equipment = Set.of("printer", "beamer");
    var profile = new CentreProfile(staffedHours, 80, 8, 1, equipment, true, 20, true);
    var centre = Centres.centre("automatic", profile);
    var site = new Site(centre.site(), "Site", "Town", "Wallonia", new Position(50.6, 5.7));
    var facts = new CentreFacts(centre, site, List.of(), List.of());
    return subject().admit(subject().released(), facts).stream()
        .filter(Criterion::blocks)
        .map(Criterion::code)
        .toList();
  }
}
