package org.escale.rest.client;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.client.Company;
import org.escale.client.Entitlement;
import org.escale.client.EntitlementId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceKind;
import org.escale.rest.call.MoneyView;
import org.escale.rest.call.Need;

/** What an employer wants to allow; a set that is left out allows all, an empty one nothing. */
public record EntitlementOrder(
    Optional<String> id,
    Optional<String> group,
    Optional<String> memberId,
    Optional<Set<String>> zones,
    Optional<Set<String>> centreIds,
    Optional<Integer> leastStars,
    Optional<Set<SpaceKind>> kinds,
    Optional<Set<String>> extras,
    Optional<List<HoursOrder>> hours,
    Optional<MoneyView> monthlyBudget) {

  /** On these days, from and to in the centre's wall time. */
  public record HoursOrder(
      Optional<Set<DayOfWeek>> days, Optional<LocalTime> from, Optional<LocalTime> to) {
    Entitlement.Hours hours() {
      return new Entitlement.Hours(
          Need.present("hours.days", days),
          Need.present("hours.from", from),
          Need.present("hours.to", to));
    }
  }

  /** For that company, and that person where it names one. */
  Entitlement entitlement(EntitlementId name, Company company, Optional<Pseudonym> member) {
    int stars = leastStars.orElse(0);
    Need.check("leastStars", stars >= 0 && stars <= 5);
    Need.check("group", group.isEmpty() || member.isEmpty());
    var times = hours.orElse(List.of());
    Need.check("hours", times.size() <= 50);
    return new Entitlement(
        name,
        company.id(),
        company.pseudonym(),
        group.map(text -> Need.text("group", Optional.of(text), 64)),
        member,
        zones,
        centreIds.map(EntitlementOrder::centres),
        stars,
        kinds,
        extras,
        times.stream().map(HoursOrder::hours).toList(),
        monthlyBudget.map(money -> Need.money("monthlyBudget", Optional.of(money))));
  }

  private static Set<CentreId> centres(Set<String> ids) {
    return ids.stream()
        .map(id -> Need.read("centreIds", id, CentreId::new))
        .collect(Collectors.toSet());
  }
}
