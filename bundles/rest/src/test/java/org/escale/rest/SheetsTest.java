package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Csv;
import org.escale.rest.call.Json;
import org.escale.service.Clients;
import org.escale.service.Events;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Lists as tables, and a table of people read row by row. */
public final class SheetsTest {
  private static final String PATH = "/api/v1/companies/c-acme/members";
  private final House house = new House();
  private final List<Member> enrolled = new ArrayList<>();
  private String boss;

  @Before
  public void open() {
    boss = "Bearer " + Town.employer(house.tokens);
    house.ground.put(
        new Company(
            new CompanyId("c-acme"),
            Town.ANNE.company(),
            "Acme",
            "",
            "fr",
            Optional.empty(),
            Optional.of(new NetworkId("acme")),
            Company.Standing.GOOD,
            false,
            true));
    house.service(Clients.class).to("enrol", args -> enrol((List<?>) args[1]));
    house.service(Events.class).to("before", args -> 0L);
  }

  @After
  public void close() {
    house.close();
  }

  private Outcome<?> enrol(List<?> members) {
    var member = (Member) members.get(0);
    if (member.email().equals("bad")) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "members[0].email"));
    }
    enrolled.add(member);
    return Outcome.done(List.of(house.ground.put(member)));
  }

  private HttpResponse<String> post(String csv) {
    return house.stand.send(
        "POST", PATH, csv, "Authorization", boss, "Content-Type", "text/csv; charset=utf-8");
  }

  private JsonNode followed() throws Exception {
    JsonNode job = Json.mapper().createObjectNode();
    for (int look = 0; look < 3; look++) {
      var answer = house.stand.send("GET", "/api/v1/jobs/j-1", "", "Authorization", boss);
      job = Json.mapper().readTree(answer.body());
    }
    return job;
  }

  @Test
  public void aTableIsEnrolledRowByRowAndSaysWhichRowWasRefusedAndWhy() throws Exception {
    var begun =
        post(
            "\uFEFF"
                + """
                name;email;group
                Anne;anne@acme.example;sales
                ;nobody@acme.example;
                Bob;bad;it
                '=Cleo;;
                """);
    assertEquals(begun.body(), 202, begun.statusCode());
    assertTrue(begun.headers().firstValue("Location").orElse("").endsWith("/jobs/j-1"));
    var job = followed();
    assertEquals(job.toString(), "DONE", job.path("state").asText());
    assertEquals(4, job.at("/result/rows").asInt());
    assertEquals(2, job.at("/result/enrolled").asInt());
    assertEquals(2, job.at("/result/refused").asInt());
    assertEquals(3, job.at("/errors/0/row").asInt());
    assertEquals("name", job.at("/errors/0/details/field").asText());
    assertEquals(4, job.at("/errors/1/row").asInt());
    assertEquals("email", job.at("/errors/1/details/field").asText());
    assertEquals(List.of("Anne", "=Cleo"), enrolled.stream().map(Member::name).toList());
  }

  @Test
  public void whatIsNoTableOfPeopleIsRefusedBeforeAnyJobBegins() {
    assertEquals(422, post("email\nanne@acme.example\n").statusCode());
    assertEquals(422, post("name\n").statusCode());
    assertEquals(400, post("name,email\n\"Anne,x\n").statusCode());
    assertEquals(413, post("name\n" + "a\n".repeat(Csv.MOST + 1)).statusCode());
    var foreign =
        house.stand.send(
            "POST",
            "/api/v1/companies/none/members",
            "name\nAnne\n",
            "Authorization",
            boss,
            "Content-Type",
            "text/csv");
    assertEquals(404, foreign.statusCode());
    assertTrue(enrolled.isEmpty());
  }

  @Test
  public void jsonStillEnrolsAllOrNone() {
    var answer =
        house.stand.send(
            "POST", PATH, "{\"members\":[{\"name\":\"Anne\"}]}", "Authorization", boss);
    assertEquals(answer.body(), 200, answer.statusCode());
  }

  @Test
  public void aListIsATableWhereAskedForAndComputesNothing() throws Exception {
    post("name,email\n\"Anne, =A1\",anne@acme.example\n'+32 Bob,\n");
    followed();
    var table = get("text/csv");
    assertEquals(table.body(), 200, table.statusCode());
    assertEquals("text/csv;charset=utf-8", table.headers().firstValue("Content-Type").orElse(""));
    var rows = Csv.read(table.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(List.of("Anne, =A1", "'+32 Bob"), rows.stream().map(r -> r.get("name")).toList());
    for (var accept : new String[] {"*/*", "application/json", "text/html,*/*;q=0.8"}) {
      assertTrue(get(accept).body().startsWith("{\"items\":["));
    }
    assertFalse(table.body().contains("pseudonym"));
  }

  @Test
  public void e1_aTableHoldsOnlyWhatOneSees() {
    house.ground.put(
        Town.booking("b", new org.escale.word.TimeSlot(Town.NINE, Town.NINE.plusSeconds(60))));
    var records =
        house.stand.send(
            "GET", "/api/v1/usage-records", "", "Authorization", boss, "Accept", "text/csv");
    assertEquals(records.body(), 200, records.statusCode());
    assertTrue(records.body(), records.body().startsWith("id,kind,centreId"));
    assertEquals(1, records.body().lines().count());
    var member = "Bearer " + Town.desk(house.tokens);
    var refused = house.stand.send("GET", PATH, "", "Authorization", member, "Accept", "text/csv");
    assertEquals(1, refused.body().lines().count());
  }

  private HttpResponse<String> get(String accept) {
    return house.stand.send("GET", PATH, "", "Authorization", boss, "Accept", accept);
  }
}
