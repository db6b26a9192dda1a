package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.adapter.AdapterId;
import org.escale.adapter.Incident;
import org.escale.adapter.IncidentId;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.Proven;
import org.escale.booking.BookingId;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Json;
import org.escale.service.Adapters;
import org.escale.service.Onboarding;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The systems that centres keep, over REST. */
public final class AdaptersDoorTest {
  private final House house = new House();
  private final String operator =
      "Bearer " + house.tokens.know("op", Role.FEDERATION, Standing.NONE);
  private final String desk = "Bearer " + Town.desk(house.tokens);
  private final AtomicReference<InstalledAdapter> asked = new AtomicReference<>();

  @Before
  public void install() {
    var standing =
        new Adapters.Standing(
            new AdapterId("a"),
            true,
            "answers",
            Map.of(Town.DESK, Town.NINE),
            2,
            1,
            Optional.empty(),
            Map.of(Town.DESK, new Proven.Level("desks/1", TruthMode.CENTRE_CHECKED, Town.NINE)));
    house
        .service(Adapters.class)
        .to("standings", args -> Outcome.done(List.of(standing)))
        .to(
            "install",
            args -> {
              asked.set((InstalledAdapter) args[1]);
              return Outcome.done(house.ground.put(asked.get()));
            })
        .to(
            "probe",
            args ->
                Outcome.done(
                    new Adapters.Proof(TruthMode.CENTRE_CHECKED, Map.of("etag", "usable"))));
  }

  @After
  public void close() {
    house.close();
  }

  private HttpResponse<String> send(
      String who, String method, String path, String body, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Authorization", who));
    return house.stand.send(method, "/api/v1/" + path, body, all.toArray(String[]::new));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.mapper().readTree(answer.body());
  }

  private static final String ORDER =
      """
      {"id":"a","centreId":"mill","kind":"caldav",
       "settings":{"url":"https://calendar.mill.example/","password":"open sesame"},
       "spaces":{"mill-desk-1":"desks/1"}}
      """;

  @Test
  public void anAdapterIsInstalledReadAndChangedAndNoSettingIsShown() throws Exception {
    var made = send(operator, "POST", "adapters", ORDER);
    assertEquals(made.body(), 201, made.statusCode());
    assertEquals(Duration.ofSeconds(30), asked.get().poll());
    var seen = send(desk, "GET", "adapters", "");
    assertFalse(seen.body(), seen.body().contains("sesame"));
    var item = json(seen).at("/items/0");
    assertEquals("desks/1", item.at("/spaces/mill-desk-1").asText());
    assertEquals("password", item.at("/settings/0").asText());
    assertTrue(item.path("up").asBoolean());
    assertEquals("2027-01-04T08:00:00Z", item.at("/asOf/mill-desk-1").asText());
    assertEquals(2, item.path("waiting").asInt());
    assertEquals("CENTRE_CHECKED", item.at("/proven/mill-desk-1/truthMode").asText());
    assertEquals("2027-01-04T08:00:00Z", item.at("/proven/mill-desk-1/at").asText());
    var one = send(desk, "GET", "adapters/a", "");
    var tag = one.headers().firstValue("ETag").orElse("");
    var changed = send(operator, "PATCH", "adapters/a", "{\"poll\":\"PT1M\"}", "If-Match", tag);
    assertEquals(changed.body(), 200, changed.statusCode());
    assertEquals(Duration.ofMinutes(1), asked.get().poll());
    assertEquals("open sesame", asked.get().settings().get("password"));
  }

  @Test
  public void whatIsWrongIsNamed() throws Exception {
    var without = send(operator, "POST", "adapters", ORDER.replace("\"spaces\"", "\"places\""));
    assertEquals(422, without.statusCode());
    assertTrue(without.body(), without.body().contains("spaces"));
    var strange = send(operator, "POST", "adapters", ORDER.replace("}}", "},\"poll\":\"often\"}"));
    assertEquals(422, strange.statusCode());
    assertEquals(null, asked.get());
  }

  @Test
  public void aSettingHasRoomForAPrivateKeyAndNoMore() throws Exception {
    var long4096 = ORDER.replace("open sesame", "s".repeat(4096));
    assertEquals(201, send(operator, "POST", "adapters", long4096).statusCode());
    var longer = send(operator, "POST", "adapters", ORDER.replace("open sesame", "s".repeat(4097)));
    assertEquals(422, longer.statusCode());
    assertTrue(longer.body(), longer.body().contains("settings"));
  }

  @Test
  public void theKindsTellWhatEachWantsAndNoAdapterIsCalledAsTheyAre() throws Exception {
    var url = new Onboarding.Asked("url", "Its address.", false, Optional.empty());
    var password = new Onboarding.Asked("password", "Of that name.", true, Optional.of(""));
    house
        .service(Onboarding.class)
        .to(
            "kinds",
            args -> Outcome.done(List.of(new Onboarding.Kind("caldav", List.of(url, password)))));
    var seen = send(operator, "GET", "adapters/kinds", "");
    assertEquals(seen.body(), 200, seen.statusCode());
    var kind = json(seen).at("/items/0");
    assertEquals("caldav", kind.path("kind").asText());
    assertTrue(kind.at("/settings/0/needed").asBoolean());
    assertTrue(kind.at("/settings/1/secret").asBoolean());
    assertFalse(kind.at("/settings/1/needed").asBoolean());
    assertEquals(403, send(desk, "GET", "adapters/kinds", "").statusCode());
    var named = send(operator, "POST", "adapters", ORDER.replace("\"a\"", "\"kinds\""));
    assertEquals(422, named.statusCode());
  }

  @Test
  public void aNetworkIsToldLevelsAndNeitherNameNorSetting() throws Exception {
    var reliance =
        new Adapters.Reliance(
            Optional.of(Town.NINE), Optional.of(TruthMode.REQUEST), Optional.of(Town.NINE));
    var glimpse =
        new Adapters.Glimpse(
            Town.MILL, "caldav", true, Optional.empty(), Map.of(Town.DESK, reliance));
    house.service(Adapters.class).to("glimpses", args -> Outcome.done(List.of(glimpse)));
    var seen = send(desk, "GET", "adapters/levels", "");
    assertEquals(seen.body(), 200, seen.statusCode());
    var item = json(seen).at("/items/0");
    assertEquals("REQUEST", item.at("/spaces/mill-desk-1/truthMode").asText());
    assertEquals("CLOSED", item.path("breaker").asText());
    assertFalse(item.has("settings") || item.has("id") || item.has("text"));
    var anne = "Bearer " + Town.anne(house.tokens);
    assertEquals(403, send(anne, "GET", "adapters/levels", "").statusCode());
  }

  @Test
  public void aProbeTellsTheGuarantee() throws Exception {
    send(operator, "POST", "adapters", ORDER);
    var probe = send(operator, "POST", "adapters/a/probe", "{}");
    assertEquals(probe.body(), 200, probe.statusCode());
    assertEquals("CENTRE_CHECKED", json(probe).path("truthMode").asText());
  }

  @Test
  public void incidentsAreSeenByTheirCentreAndSettled() throws Exception {
    send(operator, "POST", "adapters", ORDER);
    var slot = new TimeSlot(Town.NINE, Town.NINE.plusSeconds(3600));
    var incident =
        new Incident(
            new IncidentId("W.b-1"),
            Town.MILL,
            Town.DESK,
            new BookingId("b-1"),
            Incident.Kind.WRITTEN_OVER,
            slot,
            Town.NINE,
            Optional.empty(),
            Optional.empty());
    house.ground.put(incident);
    house
        .service(Adapters.class)
        .to("settle", args -> Outcome.done(house.ground.put(incident.settledAt(Town.NINE))));
    var open = json(send(desk, "GET", "adapters/a/incidents?state=OPEN", ""));
    assertEquals("WRITTEN_OVER", open.at("/items/0/kind").asText());
    var settled = send(desk, "POST", "incidents/W.b-1/settle", "{}");
    assertEquals("2027-01-04T08:00:00Z", json(settled).path("settled").asText());
    assertEquals(
        0, json(send(desk, "GET", "adapters/a/incidents?state=OPEN", "")).path("items").size());
  }
}
