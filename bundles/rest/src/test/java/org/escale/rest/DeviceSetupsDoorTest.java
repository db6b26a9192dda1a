package org.escale.rest;

import static org.junit.Assert.assertEquals;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.client.MemberId;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Json;
import org.escale.service.DeviceSetups;
import org.escale.service.DeviceSetups.Format;
import org.escale.service.DeviceSetups.Proof;
import org.escale.service.Reception;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The door at which people fetch what their devices are told. */
public final class DeviceSetupsDoorTest {
  private static final String SCAN = "WIFI:T:WPA2-EAP;S:Hall;E:TTLS;PH2:PAP;A:a;I:p;P:key;;";

  private final House house = new House();
  private final List<DeviceSetups.By> asked = new ArrayList<>();
  private final String anne = "Bearer " + Town.anne(house.tokens);

  @Before
  public void keep() {
    var files = new EnumMap<Format, String>(Format.class);
    List.of(Format.values()).forEach(format -> files.put(format, "the " + format));
    var network = new DeviceSetups.Network("Hall", Proof.NAME_AND_KEY, SCAN, files);
    house
        .service(DeviceSetups.class)
        .to(
            "networks",
            args -> {
              asked.add((DeviceSetups.By) args[1]);
              return Outcome.done(List.of(network));
            });
    house
        .service(Reception.class)
        .to("lineCode", args -> Outcome.done(new Reception.Badge("c0de", Town.NINE)));
  }

  @After
  public void close() {
    house.close();
  }

  private HttpResponse<String> get(String path) {
    return house.stand.send(
        "GET", "/api/v1/" + path, "", "Authorization", anne, "Accept", "application/json");
  }

  @Test
  public void networksAreToldByASessionAndByTheCodeOfADay() throws Exception {
    told("visits/v-1/session/networks", "/items/0");
    told("members/anne/code?centre=mill&on=2027-03-01", "/networks/0");
    var day = Optional.of(LocalDate.parse("2027-03-01"));
    var code = new DeviceSetups.Code(new MemberId("anne"), Town.MILL, day);
    assertEquals(List.of(new DeviceSetups.Session(new VisitId("v-1")), code), asked);
  }

  private void told(String path, String where) throws Exception {
    var answer = get(path);
    assertEquals(answer.body(), 200, answer.statusCode());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    var one = Json.mapper().readTree(answer.body()).at(where);
    assertEquals(SCAN, one.path("scan").asText());
    assertEquals("NAME_AND_KEY", one.path("proof").asText());
    assertEquals("the APPLE", one.at("/files/0/text").asText());
    assertEquals(3, one.path("files").size());
  }

  @Test
  public void aFileHasTheTypeThatItsProgramTakesAndIsNeverCached() {
    var types =
        Map.of(
            "APPLE", "application/x-apple-aspen-config",
            "EAP_CONFIG", "application/eap-config",
            "WPA_SUPPLICANT", "text/plain");
    types.forEach(
        (format, type) -> {
          var answer = get("visits/v-1/session/setup?network=Hall&format=" + format);
          assertEquals(answer.body(), 200, answer.statusCode());
          assertEquals("the " + format, answer.body());
          var headers = answer.headers();
          assertEquals(type, headers.firstValue("Content-Type").orElseThrow());
          assertEquals("no-store", headers.firstValue("Cache-Control").orElseThrow());
          assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
        });
    assertEquals("the APPLE", get("visits/v-1/session/setup").body());
  }

  @Test
  public void whatIsMissingWrongOrNotThereIsRefused() throws Exception {
    var none = get("visits/v-1/session/setup?network=x&format=APPLE");
    assertEquals(404, none.statusCode());
    var said = Json.mapper().readTree(none.body());
    assertEquals("NOT_FOUND", said.path("code").asText());
    for (var wrong :
        List.of(
            "visits/v-1/session/setup?format=apple", "members/anne/code?centre=mill&on=monday")) {
      assertEquals(wrong, 422, get(wrong).statusCode());
    }
    var desk = "Bearer " + Town.desk(house.tokens);
    var path = "/api/v1/visits/v-1/session/networks";
    var refused = house.stand.send("GET", path, "", "Authorization", desk);
    assertEquals(403, refused.statusCode());
    var file = path.replace("networks", "setup?network=Hall&format=APPLE");
    var stranger = house.stand.send("GET", file, "");
    assertEquals(401, stranger.statusCode());
    assertEquals("NOT_SIGNED_IN", Json.mapper().readTree(stranger.body()).path("code").asText());
  }
}
