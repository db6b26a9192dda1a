package org.escale.itests.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.itests.process.Accounts.Account;

/** Each person books, comes, copies and leaves, everyone in a centre of its own. */
final class Stays {
  private static final String READING =
      "{\"visitId\":\"%s\",\"extraId\":\"%s-photocopy\",\"quantity\":7,\"producer\":\"canary:%s\"}";

  /** Who is where. */
  private record Stay(Account person, String centre, JsonNode visit) {
    String id() {
      return visit.path("id").asText();
    }
  }

  private final Town town;
  private final Set<String> centres = new HashSet<>();

  Stays(Town town) {
    this.town = town;
  }

  /** The centres that will be used when these people come. */
  Map<String, String> places(List<Account> people) {
    var places = new HashMap<String, String>();
    people.forEach(person -> places.put(person.username(), place(person)));
    return places;
  }

  private String place(Account person) {
    for (var found : free(person)) {
      if (centres.add(found.path("centreId").asText())) {
        return found.path("centreId").asText();
      }
    }
    return free(person).get(0).path("centreId").asText();
  }

  private List<JsonNode> free(Account person) {
    var from = town.here().plusHours(1).toInstant();
    var wish =
        "availability?lat=50.5&lon=4.6&kind=DESK&limit=1000&from=%s&to=%s"
            .formatted(from, from.plus(Duration.ofHours(1)));
    var found = new ArrayList<JsonNode>();
    town.get(person, wish).path("items").forEach(found::add);
    return found;
  }

  /** They all come, copy, and leave two hours later. */
  void live(List<Account> people, Map<String, String> places) {
    var stays = new ArrayList<Stay>();
    for (var person : people) {
      stays.add(come(person, places.get(person.username())));
    }
    stays.forEach(this::copy);
    town.until(town.here().plusHours(2).toInstant());
    stays.forEach(this::leave);
  }

  /** They book for tomorrow, come again and stay. */
  void stay(List<Account> people, Map<String, String> places) {
    for (var person : people) {
      book(person, places.get(person.username()));
      keep(come(person, places.get(person.username())));
    }
  }

  private void book(Account person, String centre) {
    var id = "canary-booking-of-" + person.username();
    var desk =
        free(person).stream()
            .filter(found -> found.path("centreId").asText().equals(centre))
            .findFirst()
            .orElseThrow();
    var day = town.here().plusDays(1);
    town.post(
        person,
        "bookings",
        "{\"id\":\"%s\",\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(
                id, desk.path("spaceId").asText(), day.toInstant(), day.plusHours(1).toInstant()));
    var owners = Set.of(of(person), company(person), "centreId=" + centre);
    town.keep(Canary.of(id, "bookings?limit=1000", "BOOKING_READ", owners).called("bookings", id));
  }

  private Stay come(Account person, String centre) {
    var body = "{\"centreId\":\"%s\"}".formatted(centre);
    return new Stay(person, centre, town.post(person, "visits", body));
  }

  private void copy(Stay stay) {
    var body = READING.formatted(stay.id(), stay.centre(), stay.person().username());
    town.post(town.account(stay.centre() + "-desk"), "meter-readings", body);
  }

  private void keep(Stay stay) {
    var path = "visits/" + stay.id();
    var owners = Set.of(of(stay.person()), "centreId=" + stay.centre());
    var session = stay.visit().path("session").path("id").asText();
    town.keep(Canary.of(session, path, "VISIT_READ", owners).called("visits", stay.id()));
    town.keep(
        Canary.of(stay.id(), "visits?limit=1000", "VISIT_READ", owners)
            .called("visits", stay.id()));
    var key = town.get(stay.person(), path + "/session").path("key").asText();
    town.keep(Canary.of(key, path + "/session", "SESSION_KEY", Set.of(of(stay.person()))));
    for (var asked : List.of("/session/networks", "/session/setup?network=Escale&format=APPLE")) {
      town.keep(Canary.of(key, path + asked, "SESSION_KEY", Set.of(of(stay.person()))));
    }
    var gateway = "gw-" + stay.centre();
    var live = "gateways/" + gateway + "/sessions";
    town.get(town.account(stay.centre() + "-desk"), live)
        .path("items")
        .forEach(
            shown ->
                town.keep(
                    Canary.of("", live, "GATEWAY_READ", Set.of("role=federation"))
                        .called("gateways", gateway)
                        .called("sessions", shown.path("handle").asText())));
  }

  private void leave(Stay stay) {
    town.post(stay.person(), "visits/" + stay.id() + "/checkout", "{}");
    for (var item : town.get(stay.person(), "usage-records?visitId=" + stay.id()).path("items")) {
      var id = item.path("id").asText();
      town.keep(
          Canary.of(id, "usage-records?limit=1000", "USAGE_READ", readers(stay, item.path("terms")))
              .called("usage-records", id));
    }
  }

  /** The networks that charge and pay see it, unless the person is the centre's own client. */
  private static Set<String> readers(Stay stay, JsonNode terms) {
    var readers =
        new HashSet<>(
            Set.of(of(stay.person()), company(stay.person()), "centreId=" + stay.centre()));
    if (!terms.path("own").asBoolean()) {
      readers.add("networkId=" + terms.path("contract").asText());
      readers.add("networkId=" + terms.path("affiliation").asText());
    }
    return Set.copyOf(readers);
  }

  private static String of(Account person) {
    return "memberId=" + person.field("memberId");
  }

  private static String company(Account person) {
    return "companyId=" + person.field("companyId");
  }
}
