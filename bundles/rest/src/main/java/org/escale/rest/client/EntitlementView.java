package org.escale.rest.client;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.client.Entitlement;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceKind;
import org.escale.rest.call.MoneyView;

/**
 * What an employer allows; a set that is left out allows all, an empty one nothing.
 *
 * @param group the group it is for; with neither group nor person it is the company's
 * @param person the pseudonym of the person it is for
 */
public record EntitlementView(
    String id,
    String companyId,
    Optional<String> group,
    Optional<String> person,
    Optional<Set<String>> zones,
    Optional<Set<String>> centreIds,
    int leastStars,
    Optional<Set<SpaceKind>> kinds,
    Optional<Set<String>> extras,
    List<HoursView> hours,
    Optional<MoneyView> monthlyBudget) {

  /** On these days, from and to in the centre's wall time; 00:00 as end is the day's end. */
  public record HoursView(List<DayOfWeek> days, String from, String to) {
    static HoursView of(Entitlement.Hours h) {
      var days = h.days().stream().sorted(Comparator.naturalOrder()).toList();
      return new HoursView(days, h.from().toString(), h.to().toString());
    }
  }

  /** As kept. */
  public static EntitlementView of(Entitlement e) {
    return new EntitlementView(
        e.id().value(),
        e.company().value(),
        e.group(),
        e.member().map(Pseudonym::value),
        e.zones(),
        e.centres().map(c -> c.stream().map(CentreId::value).collect(Collectors.toSet())),
        e.leastStars(),
        e.kinds(),
        e.extras(),
        e.hours().stream().map(HoursView::of).toList(),
        e.monthlyBudget().map(MoneyView::of));
  }
}
