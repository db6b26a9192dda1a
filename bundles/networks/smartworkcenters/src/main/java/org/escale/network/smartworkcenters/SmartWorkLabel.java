package org.escale.network.smartworkcenters;

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

/** The cooperative's own mark of technology, given for its territory and without stars. */
@Component(service = {LabelRules.class, Rule.class})
public final class SmartWorkLabel implements LabelRules<SmartWorkLabel.Mark> {

  /** What the mark asks, and the region it speaks for. */
  public record Mark(Set<String> equipment, String territory) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("smart-work-centers/label/1");
  }

  @Override
  public Mark released() {
    return new Mark(Set.of("video-conference", "guest-network"), "Wallonia");
  }

  @Override
  public List<Grade> grade(Mark mark, CentreFacts facts) {
    var asked = String.join(", ", new TreeSet<>(mark.equipment()));
    var met = facts.centre().profile().equipment().containsAll(mark.equipment());
    var technology =
        new Criterion(
            "TECHNOLOGY", met, false, Map.of("asked", asked), "Install the equipment asked for.");
    return met
        ? List.of(
            new Grade("Smart Work Center", 0, List.of(technology), Optional.of(mark.territory())))
        : List.of();
  }
}
