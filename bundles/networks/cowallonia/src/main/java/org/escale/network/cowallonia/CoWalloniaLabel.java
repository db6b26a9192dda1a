package org.escale.network.cowallonia;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.spi.label.Grade;
import org.escale.spi.label.LabelRules;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** A space that is a community, and says so on its door. */
@Component(service = {LabelRules.class, Rule.class})
public final class CoWalloniaLabel implements LabelRules<CoWalloniaLabel.Mark> {

  /** The hours a week with a host, and the region the label speaks for. */
  public record Mark(int hostedHoursPerWeek, String territory) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("cowallonia/label/1");
  }

  @Override
  public Mark released() {
    return new Mark(10, "Wallonia");
  }

  @Override
  public List<Grade> grade(Mark mark, CentreFacts facts) {
    int hours = facts.centre().profile().staffedHoursPerWeek();
    var met = hours >= mark.hostedHoursPerWeek();
    var evidence = Map.of("found", "" + hours, "asked", "" + mark.hostedHoursPerWeek());
    var host = new Criterion("HOST", met, false, evidence, "Have a host on site for longer.");
    return met
        ? List.of(new Grade("Coworking Wallonia", 0, List.of(host), Optional.of(mark.territory())))
        : List.of();
  }
}
