package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Json;
import org.escale.service.Onboarding;
import org.escale.service.Onboarding.Connected;
import org.escale.service.Onboarding.Fit;
import org.escale.service.Onboarding.Outlook;
import org.escale.service.Onboarding.Place;
import org.escale.service.Onboarding.Proposal;
import org.escale.service.Onboarding.Rehearsal;
import org.escale.service.Onboarding.Stage;
import org.escale.service.Onboarding.Step;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A centre's system is brought in, over REST. */
public final class OnboardingDoorTest {
  private static final Step GREETED =
      new Step(Stage.GREET, Optional.empty(), true, "", Duration.ofMillis(12));
  private static final String WISH =
      """
      {"centreId":"mill","kind":"caldav",
       "settings":{"url":"https://calendar.mill.example/","password":"open sesame"}}
      """;
  private static final String ORDER =
      """
      {"adapter":{"id":"a","centreId":"mill","kind":"caldav","settings":{"password":"open sesame"},
       "spaces":{"mill-desk-1":"desks/1"}},"modes":{"%s":"%s"}}
      """;

  private final House house = new House();
  private final String operator =
      "Bearer " + house.tokens.know("op", Role.FEDERATION, Standing.NONE);
  private final String second =
      "Bearer " + house.tokens.know("op2", Role.FEDERATION, Standing.NONE);
  private final String desk = "Bearer " + Town.desk(house.tokens);
  private final AtomicReference<Object> asked = new AtomicReference<>();

  @Before
  public void tell() {
    house
        .service(Onboarding.class)
        .to("check", args -> Outcome.done(((InstalledAdapter) args[1]).with(Map.of("k", "sealed"))))
        .to(
            "explore",
            args -> {
              asked.set(args[1]);
              return Outcome.done(proposal());
            })
        .to(
            "connect",
            args -> {
              asked.set(args[2]);
              var kept = house.ground.put((InstalledAdapter) args[1]);
              var no = Refusal.of(RefusalCode.WRONG_STATE, "bookings", "2");
              return Outcome.done(new Connected(kept, List.of(GREETED), Map.of(Town.DESK, no)));
            })
        .to("rehearse", args -> Outcome.done(rehearsal()));
  }

  @After
  public void close() {
    house.close();
  }

  private static Proposal proposal() {
    var fit =
        new Fit(
            Town.DESK,
            Optional.of("desks/1"),
            Optional.of(TruthMode.CENTRE_CHECKED),
            Map.of("etag", "usable"),
            0);
    return new Proposal(
        List.of(GREETED),
        true,
        List.of(new Place("desks/1", "Desk 1")),
        List.of(fit),
        Duration.ofSeconds(30),
        1,
        Optional.of(Duration.ofSeconds(-3)));
  }

  private static Rehearsal rehearsal() {
    var outlook = new Outlook(Town.DESK, 5, 1, 3, 0, 1);
    return new Rehearsal(List.of(GREETED), List.of(outlook), Optional.empty(), 2, 0);
  }

  private HttpResponse<String> send(String who, String method, String path, String body) {
    return house.stand.send(method, "/api/v1/" + path, body, "Authorization", who);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.mapper().readTree(answer.body());
  }

  /** What came of a job. */
  private JsonNode result(HttpResponse<String> accepted) throws Exception {
    assertEquals(accepted.body(), 202, accepted.statusCode());
    var path = "jobs/" + json(accepted).path("id").asText();
    assertEquals(404, send(second, "GET", path, "").statusCode());
    var seen = send(operator, "GET", path, "");
    for (int look = 0; look < 3; look++) {
      seen = send(operator, "GET", path, "");
    }
    assertFalse(seen.body(), seen.body().contains("sesame"));
    return json(seen).path("result");
  }

  @Test
  public void whatWasFoundIsToldToWhoAskedAlone() throws Exception {
    var found = result(send(operator, "POST", "adapters/explorations", WISH));
    assertEquals("desks/1", found.at("/spaces/0/place").asText());
    assertEquals("CENTRE_CHECKED", found.at("/spaces/0/truthMode").asText());
    assertEquals("Desk 1", found.at("/places/0/name").asText());
    assertEquals(12, found.at("/steps/0/tookMillis").asInt());
    assertEquals("PT-3S", found.path("clockAhead").asText());
    assertEquals(Map.of("k", "sealed"), ((InstalledAdapter) asked.get()).settings());
    assertEquals(403, send(desk, "POST", "adapters/explorations", WISH).statusCode());
  }

  @Test
  public void aWrongSettingIsRefusedBeforeAnyWorkBegins() throws Exception {
    var details = Map.of("field", "settings.url", "because", "url is not an address of the web");
    house
        .service(Onboarding.class)
        .to("check", args -> Outcome.refused(new Refusal(RefusalCode.INVALID_FIELD, details)));
    var refused = send(operator, "POST", "adapters/explorations", WISH);
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body(), refused.body().contains("settings.url"));
    assertTrue(refused.body(), refused.body().contains("not an address"));
    assertFalse(refused.body(), refused.body().contains("sesame"));
  }

  @Test
  public void oneOrderConnectsAndSaysWhatStaysAsItWas() throws Exception {
    var order = ORDER.formatted("mill-desk-1", "CENTRE_CHECKED");
    var done = result(send(operator, "POST", "adapters/connections", order));
    assertEquals("a", done.path("adapterId").asText());
    assertEquals("WRONG_STATE", done.at("/stays/mill-desk-1/code").asText());
    assertEquals(Map.of(Town.DESK, TruthMode.CENTRE_CHECKED), asked.get());
    var strange = ORDER.formatted("mill-desk-1", "SURE");
    assertEquals(422, send(operator, "POST", "adapters/connections", strange).statusCode());
    var other = ORDER.formatted("elsewhere", "REQUEST");
    assertEquals(422, send(operator, "POST", "adapters/connections", other).statusCode());
  }

  @Test
  public void aRehearsalIsReadOutAndUnknownSystemsHaveNone() throws Exception {
    house.ground.put(
        new InstalledAdapter(
            new AdapterId("a"),
            Town.MILL,
            "caldav",
            Map.of(),
            Map.of(),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5)));
    var seen = result(send(operator, "POST", "adapters/a/rehearsals", ""));
    assertEquals(3, seen.at("/spaces/0/fresh").asInt());
    assertEquals(2, seen.path("waiting").asInt());
    assertEquals(404, send(operator, "POST", "adapters/b/rehearsals", "").statusCode());
  }
}
