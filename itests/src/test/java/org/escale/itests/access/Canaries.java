package org.escale.itests.access;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;

/** Seeds each company, centre and network with what only it may read. */
final class Canaries {
  private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");
  private final EscaleProcess escale;
  private final List<Canary> all = new ArrayList<>();

  private Canaries(EscaleProcess escale) {
    this.escale = escale;
  }

  /** Seeds with the help of these accounts. */
  static List<Canary> seed(EscaleProcess escale, List<Account> accounts) {
    var canaries = new Canaries(escale);
    for (var account : accounts) {
      switch (account.role()) {
        case "employer" -> canaries.employ(account);
        case "network" -> canaries.client(account, "networkId", "contractNetworkId");
        case "reception" -> canaries.client(account, "centreId", "ownerCentreId");
        case "member" -> canaries.book(account);
        default -> {
          // owns nothing that it could seed
        }
      }
    }
    return canaries.all;
  }

  private void employ(Account employer) {
    var company = employer.field("companyId");
    var id = "canary-member-of-" + company;
    var name = "Canary Person Of " + company;
    var path = "/api/v1/companies/" + company + "/members";
    var body = "{\"members\":[{\"id\":\"%s\",\"name\":\"%s\"}]}".formatted(id, name);
    done(200, escale.http(employer).post(path, body));
    all.add(new Canary(name, path + "?limit=1000", id, "members", Map.of("companyId", company)));
  }

  private void client(Account owner, String field, String member) {
    var of = owner.field(field);
    var id = "canary-client-of-" + of;
    var name = "Canary Client Of " + of;
    var body = "{\"id\":\"%s\",\"name\":\"%s\",\"%s\":\"%s\"}".formatted(id, name, member, of);
    done(201, escale.http(owner).post("/api/v1/companies", body));
    all.add(new Canary(name, "/api/v1/companies?limit=1000", id, "companies", Map.of(field, of)));
  }

  private void book(Account person) {
    var day = Clock.system(BELGIUM).instant().atZone(BELGIUM);
    var tuesday = day.with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).with(LocalTime.of(10, 0));
    var from = tuesday.toInstant();
    var to = tuesday.plusHours(1).toInstant();
    var http = escale.http(person);
    var wish = "/api/v1/availability?lat=50.5&lon=4.6&limit=1&from=" + from + "&to=" + to;
    var found = http.get(wish).json().path("items").path(0);
    var id = "canary-booking-of-" + person.field("memberId");
    var body =
        "{\"id\":\"%s\",\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(id, found.path("spaceId").asText(), from, to);
    done(201, http.post("/api/v1/bookings", body));
    var owners =
        Map.of(
            "memberId", person.field("memberId"),
            "companyId", person.field("companyId"),
            "centreId", found.path("centreId").asText());
    all.add(new Canary(id, "/api/v1/bookings?limit=1000", id, "bookings", owners));
  }

  private static void done(int status, Http.Answer answer) {
    assertEquals(answer.body(), status, answer.status());
  }
}
