package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Json;
import org.escale.service.BillingOffice;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Long work is answered by a job: followed, called off, or watched as events. */
public final class JobsDoorTest {
  private static final String RUN = "{\"period\":\"2027-01\",\"dryRun\":%s}";
  private final House house = new House();
  private final String network = "Bearer " + house.tokens.know("net", Role.NETWORK, Standing.NONE);

  @Before
  public void bill() {
    house
        .service(BillingOffice.class)
        .to("over", args -> Outcome.done(args[1]))
        .to("run", args -> Outcome.done(run((YearMonth) args[1], (boolean) args[2])));
  }

  @After
  public void close() {
    house.close();
  }

  private static BillingOffice.Run run(YearMonth month, boolean dry) {
    return new BillingOffice.Run(month, dry, List.of(), List.of(), List.of(), Money.euro("12.00"));
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", network));
    return house.stand.send(method, "/api/v1/" + path, body, all.toArray(String[]::new));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.mapper().readTree(answer.body());
  }

  @Test
  public void aRealRunIsAJobAndADryOneIsAnsweredAtOnce() throws Exception {
    var dry = send("POST", "billing-runs", RUN.formatted("true"));
    assertEquals(dry.body(), 200, dry.statusCode());
    assertEquals("12.00", json(dry).at("/margin/amount").asText());
    var begun = send("POST", "billing-runs", RUN.formatted("false"));
    assertEquals(begun.body(), 202, begun.statusCode());
    var where = begun.headers().firstValue("Location").orElse("");
    assertTrue(where, where.endsWith("/api/v1/jobs/j-1"));
    assertEquals("WAITING", json(begun).path("state").asText());
    assertEquals(20, json(send("GET", "jobs/j-1", "")).path("percent").asInt());
    send("GET", "jobs/j-1", "");
    var over = json(send("GET", "jobs/j-1", ""));
    assertEquals("DONE", over.path("state").asText());
    assertEquals(100, over.path("percent").asInt());
    assertEquals("2027-01", over.at("/result/period").asText());
    assertEquals(0, over.at("/result/counts/invoices").asInt());
    assertEquals("j-1", json(send("GET", "jobs", "")).at("/items/0/id").asText());
  }

  @Test
  public void aDryRunIsAJobWherePreferred() {
    var begun =
        send("POST", "billing-runs", RUN.formatted("true"), "Prefer", "respond-async, wait=1");
    assertEquals(begun.body(), 202, begun.statusCode());
  }

  @Test
  public void aMonthThatIsNotOverIsRefusedBeforeAnyJobBegins() throws Exception {
    house
        .service(BillingOffice.class)
        .to(
            "over",
            args -> Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "period")));
    var answer = send("POST", "billing-runs", RUN.formatted("false"));
    assertEquals(answer.body(), 422, answer.statusCode());
    assertEquals(0, json(send("GET", "jobs", "")).path("items").size());
  }

  @Test
  public void aJobIsCalledOffByDeleteOrByPost() throws Exception {
    send("POST", "billing-runs", RUN.formatted("false"));
    send("POST", "billing-runs", RUN.formatted("false"));
    assertEquals("CANCELLED", json(send("DELETE", "jobs/j-1", "")).path("state").asText());
    assertEquals("CANCELLED", json(send("POST", "jobs/j-2/cancel", "")).path("state").asText());
    assertEquals(409, send("DELETE", "jobs/j-1", "").statusCode());
    assertEquals(404, send("DELETE", "jobs/j-9", "").statusCode());
  }

  @Test
  public void aJobIsWatchedAsEventsUntilItIsOver() throws Exception {
    send("POST", "billing-runs", RUN.formatted("false"));
    var watched = send("GET", "jobs/j-1", "", "Accept", "text/event-stream");
    assertEquals(200, watched.statusCode());
    assertEquals(
        "text/event-stream;charset=utf-8", watched.headers().firstValue("Content-Type").orElse(""));
    var events = watched.body().strip().split("\n\n", -1);
    var last = events[events.length - 1];
    assertTrue(watched.body(), last.contains("event: job\ndata: {"));
    assertTrue(last, last.contains("\"state\":\"DONE\""));
    assertTrue(watched.body(), watched.body().contains("\"state\":\"WAITING\""));
    var none = send("GET", "jobs/j-9", "", "Accept", "text/event-stream");
    assertEquals(404, none.statusCode());
    assertTrue(none.body(), none.body().contains("\"code\":\"NOT_FOUND\""));
  }

  @Test
  public void e1_anotherAccountSeesNoJob() {
    send("POST", "billing-runs", RUN.formatted("false"));
    var other = "Bearer " + house.tokens.know("rival", Role.NETWORK, Standing.NONE);
    var answer = house.stand.send("GET", "/api/v1/jobs/j-1", "", "Authorization", other);
    assertEquals(404, answer.statusCode());
  }
}
