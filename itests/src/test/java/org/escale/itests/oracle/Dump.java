package org.escale.itests.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.escale.itests.oracle.World.Allowance;
import org.escale.itests.oracle.World.Doors;
import org.escale.itests.oracle.World.Firm;
import org.escale.itests.oracle.World.House;
import org.escale.itests.oracle.World.Interval;
import org.escale.itests.oracle.World.Person;
import org.escale.itests.oracle.World.Place;
import org.escale.itests.oracle.World.Ticket;
import org.escale.itests.oracle.World.Times;
import org.escale.itests.oracle.World.Wall;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;

/** Reads the whole world over REST, each part as somebody who may see it. */
final class Dump {
  private static final Set<String> LIVE =
      Set.of("HELD", "PENDING", "UNKNOWN", "CONFIRMED", "CHECKED_IN");
  private final EscaleProcess escale;

  Dump(EscaleProcess escale) {
    this.escale = escale;
  }

  World read() {
    var federation = escale.http(escale.accounts().first("federation"));
    var places = all(federation, "spaces").stream().map(Dump::place).toList();
    var employers = as("employer");
    var firms = new HashMap<String, Firm>();
    var people = new HashMap<String, Person>();
    var allowances = new ArrayList<Allowance>();
    for (var employer : employers) {
      for (var company : all(employer, "companies")) {
        var id = company.path("id").asText();
        firms.put(id, firm(company));
        all(employer, "companies/" + id + "/members")
            .forEach(m -> people.put(m.path("id").asText(), person(m)));
        all(employer, "companies/" + id + "/entitlements")
            .forEach(e -> allowances.add(allowance(e)));
      }
    }
    var tickets =
        employers.stream().flatMap(e -> all(e, "passes").stream()).map(Dump::ticket).toList();
    return new World(places, houses(federation), people, firms, allowances, tickets, taken());
  }

  /** Every list from its first page to its last. */
  private static List<JsonNode> all(Http http, String what) {
    var items = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page =
          http.get(
              "/api/v1/" + what + "?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      if (page.status() != 200) {
        throw new AssertionError(what + " " + page.status() + " " + page.body());
      }
      page.json().path("items").forEach(items::add);
      cursor = page.json().path("next").asText("").replace("null", "");
    } while (!cursor.isEmpty());
    return items;
  }

  private List<Http> as(String role) {
    return escale.accounts().all().stream()
        .filter(account -> account.role().equalsIgnoreCase(role))
        .map(escale::http)
        .toList();
  }

  private Map<String, House> houses(Http federation) {
    var sites = new HashMap<String, JsonNode>();
    all(federation, "sites").forEach(site -> sites.put(site.path("id").asText(), site));
    var active = new HashMap<String, Set<String>>();
    all(federation, "affiliations").stream()
        .filter(a -> a.path("state").asText().equals("ACTIVE"))
        .forEach(
            a ->
                active
                    .computeIfAbsent(a.path("centreId").asText(), id -> new TreeSet<>())
                    .add(a.path("networkId").asText()));
    var houses = new HashMap<String, House>();
    for (var centre : all(federation, "centres")) {
      var id = centre.path("id").asText();
      int stars =
          all(federation, "centres/" + id + "/labels").stream()
              .mapToInt(l -> l.path("stars").asInt())
              .max()
              .orElse(0);
      var site = sites.get(centre.path("siteId").asText());
      houses.put(id, house(centre, site, stars, active.getOrDefault(id, Set.of())));
    }
    return houses;
  }

  private static House house(JsonNode centre, JsonNode site, int stars, Set<String> networks) {
    return new House(
        centre.path("id").asText(),
        site.path("position").path("latitude").asDouble(),
        site.path("position").path("longitude").asDouble(),
        site.path("region").asText(),
        centre.path("online").asBoolean(),
        stars,
        networks,
        doors(centre.path("hours")));
  }

  private static Doors doors(JsonNode hours) {
    var week = new HashMap<DayOfWeek, List<Wall>>();
    for (var day : hours.path("week")) {
      week.computeIfAbsent(DayOfWeek.valueOf(day.path("day").asText()), d -> new ArrayList<>())
          .add(wall(day));
    }
    var closed = each(hours.path("closed"), node -> LocalDate.parse(node.asText()));
    return new Doors(ZoneId.of(hours.path("zone").asText()), week, Set.copyOf(closed));
  }

  private static Wall wall(JsonNode node) {
    return new Wall(
        LocalTime.parse(node.path("from").asText()), LocalTime.parse(node.path("to").asText()));
  }

  private static Place place(JsonNode n) {
    return new Place(
        n.path("id").asText(),
        n.path("centreId").asText(),
        n.path("kind").asText(),
        n.path("seats").asInt(),
        Set.copyOf(each(n.path("features"), JsonNode::asText)));
  }

  private static Firm firm(JsonNode n) {
    return new Firm(
        n.path("id").asText(),
        n.path("standing").asText(),
        text(n, "contractNetworkId"),
        text(n, "ownerCentreId"));
  }

  private static Person person(JsonNode n) {
    return new Person(
        n.path("id").asText(),
        n.path("companyId").asText(),
        n.path("pseudonym").asText(),
        n.path("group").asText(),
        n.path("employed").asBoolean());
  }

  private static Allowance allowance(JsonNode n) {
    var times =
        each(
            n.path("hours"),
            h ->
                new Times(
                    Set.copyOf(each(h.path("days"), d -> DayOfWeek.valueOf(d.asText()))), wall(h)));
    return new Allowance(
        n.path("companyId").asText(),
        text(n, "group"),
        text(n, "person"),
        set(n, "zones"),
        set(n, "centreIds"),
        n.path("leastStars").asInt(),
        set(n, "kinds"),
        times);
  }

  private static Ticket ticket(JsonNode n) {
    return new Ticket(
        n.path("holder").path("person").asText(),
        n.path("networkId").asText(),
        Set.copyOf(each(n.path("centreIds"), JsonNode::asText)),
        interval(n));
  }

  private Map<String, List<Interval>> taken() {
    var taken = new HashMap<String, List<Interval>>();
    for (var desk : as("reception")) {
      all(desk, "bookings").stream()
          .filter(b -> LIVE.contains(b.path("state").asText()))
          .forEach(
              b ->
                  taken
                      .computeIfAbsent(b.path("spaceId").asText(), s -> new ArrayList<>())
                      .add(interval(b)));
    }
    return taken;
  }

  private static Interval interval(JsonNode n) {
    return new Interval(
        Instant.parse(n.path("from").asText()), Instant.parse(n.path("to").asText()));
  }

  private static Optional<String> text(JsonNode n, String field) {
    return n.hasNonNull(field) ? Optional.of(n.path(field).asText()) : Optional.empty();
  }

  private static Optional<Set<String>> set(JsonNode n, String field) {
    return n.hasNonNull(field)
        ? Optional.of(Set.copyOf(each(n.path(field), JsonNode::asText)))
        : Optional.empty();
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
    return StreamSupport.stream(array.spliterator(), false).map(read).toList();
  }
}
