package org.escale.network.mobispot;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.escale.federation.CentreFacts;
import org.escale.federation.CentreProfile;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.spi.label.LabelRules;
import org.escale.tck.label.LabelRulesContract;
import org.escale.tck.sample.Centres;
import org.junit.Test;

public class MobispotLabelTest extends LabelRulesContract<MobispotLabel.Ladder> {
  @Override
  protected LabelRules<MobispotLabel.Ladder> make() {
    return new MobispotLabel();
  }

  @Test
  public void r64_equipmentEarnsTheThirdStar() {
    assertEquals(2, stars(Set.of("video-conference", "ip-telephony")));
    assertEquals(3, stars(Set.of("video-conference", "ip-telephony", "guest-network")));
  }

  private int stars(Set<String> equipment) {
    var profile = new CentreProfile(40, 200, 20, 2, equipment, true, 100, true);
    var centre = Centres.centre("classic", profile);
    var site = new Site(centre.site(), "Site", "Town", "Wallonia", new Position(50.6, 4.6));
    var facts = new CentreFacts(centre, site, List.of(), List.of());
    return subject().grade(subject().released(), facts).get(0).stars();
  }
}
