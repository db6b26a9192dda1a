package org.escale.itests.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the oracle knows, as read over REST; in words of its own, so that it shares no mistake
 * with the platform.
 */
record World(
    List<Place> places,
    Map<String, House> houses,
    Map<String, Person> people,
    Map<String, Firm> firms,
    List<Allowance> allowances,
    List<Ticket> tickets,
    Map<String, List<Interval>> taken) {

  /** A space. */
  record Place(String id, String centre, String kind, int seats, Set<String> features) {}

  /** A centre with its site, its best label and the networks in which it is active. */
  record House(
      String id,
      double latitude,
      double longitude,
      String region,
      boolean online,
      int stars,
      Set<String> networks,
      Doors doors) {}

  /** Opening hours. */
  record Doors(ZoneId zone, Map<DayOfWeek, List<Wall>> week, Set<LocalDate> closed) {}

  /** From and to on a wall clock; midnight as the end is the day's end. */
  record Wall(LocalTime from, LocalTime to) {}

  /** A member. */
  record Person(String id, String firm, String pseudonym, String group, boolean employed) {}

  /** A company. */
  record Firm(String id, String standing, Optional<String> network, Optional<String> owner) {}

  /** An entitlement; an absent set allows everything. */
  record Allowance(
      String firm,
      Optional<String> group,
      Optional<String> person,
      Optional<Set<String>> zones,
      Optional<Set<String>> centres,
      int stars,
      Optional<Set<String>> kinds,
      List<Times> times) {}

  /** Days and hours that an employer allows. */
  record Times(Set<DayOfWeek> days, Wall hours) {}

  /** A pass. */
  record Ticket(String pseudonym, String network, Set<String> centres, Interval valid) {}

  /** From (inclusive) to (exclusive). */
  record Interval(Instant from, Instant to) {}

  /** What somebody asks. */
  record Question(
      String person,
      Interval when,
      double latitude,
      double longitude,
      Optional<String> kind,
      int people,
      Set<String> features,
      int stars) {}
}
