package org.escale.itests.oracle;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;

/**
 * Makes the demonstration varied enough to refuse for every reason: people with all kinds of
 * entitlements, late payers, dead lines.
 */
final class Seed {
  /** What employers allow, one of these for each person. */
  private static final List<String> ENTITLEMENTS =
      List.of(
          "\"zones\":[\"Brussels\"]",
          "\"zones\":[\"Flanders\",\"Brussels\"]",
          "\"centreIds\":[\"cei\",\"crealys\"]",
          "\"leastStars\":3",
          "\"leastStars\":3,\"kinds\":[\"DESK\"]",
          "\"kinds\":[\"ROOM\"]",
          "\"kinds\":[]",
          "\"hours\":[{\"days\":[\"MONDAY\",\"TUESDAY\",\"WEDNESDAY\"],\"from\":\"09:00\",\"to\":\"13:00\"}]",
          "\"hours\":[{\"days\":[\"SATURDAY\",\"SUNDAY\"],\"from\":\"00:00\",\"to\":\"00:00\"}]",
          "\"zones\":[\"Wallonia\"],\"kinds\":[\"DESK\",\"OFFICE\"]");

  private final EscaleProcess escale;
  private final Random random = new Random(20270328);

  Seed(EscaleProcess escale) {
    this.escale = escale;
  }

  void plant(Instant from, int days) {
    var employers = accounts("employer");
    for (var employer : employers) {
      people(employer);
    }
    var standings = List.of("GOOD", "OVERDUE", "CEASED");
    for (int i = 1; i < 3; i++) {
      stand(employers.get(employers.size() - 1 - i), standings.get(i));
    }
    accounts("reception").stream()
        .filter(a -> List.of("cowo-mons", "bde").contains(a.field("centreId")))
        .forEach(this::offline);
    bookings(employers.get(0), from, days);
  }

  private void people(Account employer) {
    var http = escale.http(employer);
    var path = "/api/v1/companies/" + employer.field("companyId");
    var members =
        IntStream.range(0, ENTITLEMENTS.size() + 3)
            .mapToObj(
                n ->
                    "{\"id\":\"o-%s-%d\",\"name\":\"Person %d\",\"group\":\"g%d\"}"
                        .formatted(employer.field("companyId"), n, n, n))
            .collect(Collectors.joining(","));
    ok(http.post(path + "/members", "{\"members\":[" + members + "]}"));
    for (int n = 0; n < ENTITLEMENTS.size(); n++) {
      var whom =
          n % 2 == 0
              ? "\"memberId\":\"o-%s-%d\"".formatted(employer.field("companyId"), n)
              : "\"group\":\"g%d\"".formatted(n);
      ok(http.post(path + "/entitlements", "{" + whom + "," + ENTITLEMENTS.get(n) + "}"));
    }
    var dismissed = "o-%s-%d".formatted(employer.field("companyId"), ENTITLEMENTS.size());
    ok(http.post("/api/v1/members/" + dismissed + "/employment", "{\"employed\":false}"));
  }

  /** By whoever took the client on: its network, or the centre that owns it. */
  private void stand(Account employer, String standing) {
    var company = employer.field("companyId");
    var done =
        escale.accounts().all().stream()
            .filter(a -> List.of("network", "reception").contains(a.role()))
            .map(
                a ->
                    escale
                        .http(a)
                        .post(
                            "/api/v1/companies/" + company + "/standing",
                            "{\"standing\":\"" + standing + "\"}"))
            .anyMatch(answer -> answer.status() == 200);
    assertTrue(company + " is somebody's client", done);
  }

  private void offline(Account desk) {
    ok(
        escale
            .http(desk)
            .post("/api/v1/centres/" + desk.field("centreId") + "/health", "{\"online\":false}"));
  }

  /** Takes half of the desks of the nearest centres, on every day. */
  private void bookings(Account employer, Instant from, int days) {
    var http = escale.http(employer);
    var member = "o-%s-%d".formatted(employer.field("companyId"), ENTITLEMENTS.size() + 1);
    int made = 0;
    for (var space : spaces(http, member, from.plus(Duration.ofHours(9)))) {
      for (int day = 0; day < days; day++) {
        var start =
            from.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(8 * 60 + random.nextInt(300)));
        var end = start.plus(Duration.ofMinutes(30 + random.nextInt(240)));
        var body =
            "{\"spaceId\":\"%s\",\"memberId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(space, member, start, end);
        made += http.post("/api/v1/bookings", body).status() == 201 ? 1 : 0;
      }
    }
    assertTrue("enough is booked: " + made, made > 100);
  }

  private static List<String> spaces(Http http, String member, Instant at) {
    var found =
        http.get(
            "/api/v1/availability?lat=50.6&lon=4.6&limit=60&memberId=%s&from=%s&to=%s"
                .formatted(member, at, at.plus(Duration.ofMinutes(30))));
    assertEquals(found.body(), 200, found.status());
    var ids = new ArrayList<String>();
    for (JsonNode item : found.json().path("items")) {
      ids.add(item.path("spaceId").asText());
    }
    return ids;
  }

  private List<Account> accounts(String role) {
    return escale.accounts().all().stream().filter(a -> a.role().equalsIgnoreCase(role)).toList();
  }

  private static void ok(Http.Answer answer) {
    assertTrue(answer.status() + " " + answer.body(), answer.status() / 100 == 2);
  }
}
