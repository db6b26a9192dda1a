package org.escale.demo;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.escale.federation.Affiliation;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.service.Affiliations;
import org.escale.service.Affiliations.Step;
import org.escale.service.Lookup;
import org.escale.terms.DatedTerms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the centres into their networks, by the same steps that people take. */
@Component(service = DemoAffiliations.class)
public final class DemoAffiliations {
  static final String MOBISPOT = "mobispot";
  static final String COOPERATIVE = "smart-work-centers";
  static final String COWALLONIA = "cowallonia";

  private static final CentreId IN_REMEDIATION = new CentreId("liege-mini");
  private static final int ACTIVE_IN_2013 = 5;
  private static final int ADMITTED_IN_2013 = 7;
  private static final String PLAN =
      "Reception by the neighbouring host for 20 hours a week, to be shown at the next visit.";

  private final Affiliations affiliations;
  private final Lookup lookup;

  /** By those services. */
  @Activate
  public DemoAffiliations(@Reference Affiliations affiliations, @Reference Lookup lookup) {
    this.affiliations = affiliations;
    this.lookup = lookup;
  }

  /** All of it; an affiliation that went further before stays where it is. */
  void load() {
    var classic = CentreList.of(COOPERATIVE, "classic");
    accord(COOPERATIVE, CentreList.of(COOPERATIVE, "classic", "mini"), centre -> true);
    accord(COWALLONIA, CentreList.of(COWALLONIA, "coworking"), centre -> true);
    accord(MOBISPOT, CentreList.of(COWALLONIA, "coworking"), centre -> true);
    var active = Set.copyOf(classic.subList(0, ACTIVE_IN_2013));
    accord(MOBISPOT, classic.subList(0, ADMITTED_IN_2013), active::contains);
    accord(MOBISPOT, CentreList.of(COOPERATIVE, "mini"), centre -> false);
  }

  private void accord(String name, List<CentreId> centres, Predicate<CentreId> active) {
    var network = new NetworkId(name);
    var proposed =
        Demo.value(affiliations.propose(Demo.network(network), network, Set.copyOf(centres)));
    proposed.forEach(kept -> goOn(kept.word(), active.test(kept.word().centre())));
  }

  /** One step after the other, until the affiliation stands where history left it. */
  private void goOn(Affiliation affiliation, boolean active) {
    if (affiliation.state().equals(goal(affiliation, active))) {
      return;
    }
    var network = Demo.network(affiliation.network());
    var id = affiliation.id();
    var next =
        switch (affiliation.state()) {
          case CANDIDATE -> affiliations.evaluate(network, id);
          case EVALUATED ->
              affiliations.confirm(
                  Demo.centre(affiliation.centre()), id, terms(affiliation).digest());
          case CONFIRMED -> affiliations.step(network, id, Step.INTEGRATE);
          case REJECTED -> affiliations.remedy(network, id, PLAN);
          default -> affiliations.step(network, id, Step.ACTIVATE);
        };
    goOn(Demo.value(next).word(), active);
  }

  private static State goal(Affiliation affiliation, boolean active) {
    if (affiliation.state() == State.REJECTED || affiliation.state() == State.REMEDIATION) {
      return affiliation.centre().equals(IN_REMEDIATION) ? State.REMEDIATION : State.REJECTED;
    }
    return active ? State.ACTIVE : State.INTEGRATING;
  }

  private DatedTerms terms(Affiliation affiliation) {
    var id = affiliation.terms().terms();
    return Demo.value(lookup.get(Demo.network(affiliation.network()), DatedTerms.class, id)).word();
  }
}
