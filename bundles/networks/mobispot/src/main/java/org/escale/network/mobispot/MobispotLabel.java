package org.escale.network.mobispot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.spi.label.Grade;
import org.escale.spi.label.LabelRules;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** One star for a place to work, two for a place to meet, the third for its equipment. */
@Component(service = {LabelRules.class, Rule.class})
public final class MobispotLabel implements LabelRules<MobispotLabel.Ladder> {

  /** What each star asks beyond the one before. */
  public record Ladder(int roomsForTwo, int staffedHoursForTwo, Set<String> equipmentForThree) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("mobispot/label/1");
  }

  @Override
  public Ladder released() {
    return new Ladder(1, 30, Set.of("video-conference", "ip-telephony", "guest-network"));
  }

  @Override
  public List<Grade> grade(Ladder ladder, CentreFacts facts) {
    var profile = facts.centre().profile();
    var evidence =
        List.of(
            star("STAR_1_PLACE", profile.desks() > 0 && profile.wifi(), "Offer desks with Wi-Fi."),
            star(
                "STAR_2_MEETING",
                profile.rooms() >= ladder.roomsForTwo()
                    && profile.staffedHoursPerWeek() >= ladder.staffedHoursForTwo(),
                "Offer meeting rooms and a reception for more hours."),
            third(ladder, profile.equipment()));
    int stars = (int) evidence.stream().takeWhile(Criterion::met).count();
    return stars == 0
        ? List.of()
        : List.of(new Grade("Mobispot", stars, evidence, Optional.empty()));
  }

  private static Criterion star(String code, boolean met, String remedy) {
    return new Criterion(code, met, false, Map.of("found", met ? "yes" : "no"), remedy);
  }

  private static Criterion third(Ladder ladder, Set<String> equipment) {
    var missing = new TreeSet<>(ladder.equipmentForThree());
    missing.removeAll(equipment);
    var asked = String.join(", ", new TreeSet<>(ladder.equipmentForThree()));
    var evidence = Map.of("asked", asked, "missing", missing.toString());
    return new Criterion(
        "STAR_3_EQUIPMENT", missing.isEmpty(), false, evidence, "Install the missing equipment.");
  }
}
