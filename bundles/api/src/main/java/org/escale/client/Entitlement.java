package org.escale.client;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * What an employer allows. The most specific one that exists holds alone: the member's, else the
 * group's, else the company's; without any, everything is allowed. An absent set allows all; an
 * empty set allows nothing.
 *
 * @param zones regions allowed
 * @param centres centres allowed
 * @param leastStars the least stars a centre must hold in any network; 0 asks for none
 * @param kinds kinds of space allowed
 * @param extras kinds of extra allowed
 * @param hours when, in the centre's wall time; empty allows always
 * @param monthlyBudget the most that may be charged in a calendar month
 */
public record Entitlement(
    EntitlementId id,
    CompanyId company,
    Pseudonym companyPseudonym,
    Optional<String> group,
    Optional<Pseudonym> member,
    Optional<Set<String>> zones,
    Optional<Set<CentreId>> centres,
    int leastStars,
    Optional<Set<SpaceKind>> kinds,
    Optional<Set<String>> extras,
    List<Hours> hours,
    Optional<Money> monthlyBudget)
    implements Word {

  /** On these days, from (inclusive) to (exclusive); 00:00 as end is the day's end. */
  public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    /** Copies the days. */
    public Hours {
      days = Set.copyOf(days);
    }

    /** Whether that wall time belongs to it. */
    public boolean contains(DayOfWeek day, LocalTime time) {
      return days.contains(day)
          && !time.isBefore(from)
          && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
    }
  }

  /** Copies the hours. */
  public Entitlement {
    hours = List.copyOf(hours);
  }

  /** How specific it is: 2 for a member, 1 for a group, 0 for the company. */
  public int specificity() {
    if (member.isPresent()) {
      return 2;
    }
    return group.isPresent() ? 1 : 0;
  }

  /** Whether the hour of {@code at} is allowed in {@code zone}. */
  public boolean allowsHour(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    return hours.isEmpty()
        || hours.stream().anyMatch(h -> h.contains(local.getDayOfWeek(), local.toLocalTime()));
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.company(companyPseudonym));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("companyId", company.value());
  }
}
