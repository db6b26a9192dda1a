package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.access.GatewayId;
import org.escale.access.LineSamples;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Json;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Request;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The door of the boxes: a token once, then signed requests and signed answers. */
public final class BoxesDoorTest {
  private static final String PLAN =
      "{\"centreId\":\"mill\",\"uplink\":\"eth0\",\"networks\":[{\"ssid\":\"E\",\"device\":\"wlan0\","
          + "\"channel\":6}],\"hub\":{\"address\":\"https://hub.example\",\"radius\":\"hub.example\","
          + "\"portal\":\"https://hub.example/p\"}}";
  private static final GatewayId BOX = new GatewayId("b");

  private final House house = new House();
  private final AtomicReference<Request> heard = new AtomicReference<>();
  private final AtomicReference<Boxes.Beat> beat = new AtomicReference<>();
  private final AtomicReference<List<?>> seen = new AtomicReference<>(List.of());
  private final String operator =
      "Bearer " + house.tokens.know("op", Role.FEDERATION, Standing.NONE);
  private final String desk = "Bearer " + Town.desk(house.tokens);

  @Before
  public void keep() {
    house
        .service(Boxes.class)
        .to("held", args -> Outcome.done(new Boxes.Held(Money.euro("60.00"), 2)))
        .to(
            "expect",
            args ->
                Outcome.done(
                    new Boxes.Ticket(BOX, Town.MILL, "t".repeat(43), Instant.MAX, "a1".repeat(32))))
        .to(
            "enrol",
            args ->
                "good".equals(args[0])
                    ? Outcome.done(new Boxes.Enrolled(BOX, Town.MILL, "key", "pem", "pem"))
                    : Outcome.refused(RefusalCode.NOT_FOUND))
        .to(
            "configuration",
            args -> {
              heard.set((Request) args[0]);
              return Outcome.done(new Boxes.Signed("text\n", "d1", "sig"));
            })
        .to(
            "certificate",
            args -> {
              heard.set((Request) args[0]);
              return Outcome.done(new Boxes.Signed("pem", "d2", "sig"));
            })
        .to(
            "line",
            args -> {
              heard.set((Request) args[0]);
              return Outcome.done((Integer) args[1]);
            })
        .to(
            "beat",
            args -> {
              beat.set((Boxes.Beat) args[1]);
              return Outcome.done(BOX);
            })
        .to(
            "seen",
            args -> {
              heard.set((Request) args[0]);
              seen.set((List<?>) args[1]);
              return Outcome.done(7L);
            });
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void theTokenIsShownOnceToTheOperatorAlone() throws Exception {
    var made = send(operator, "POST", "gateways/b/box", PLAN);
    assertEquals(made.body(), 201, made.statusCode());
    var view = Json.mapper().readTree(made.body());
    assertTrue(view.path("file").asText().endsWith("\nhubkey " + "a1".repeat(32) + "\n"));
    assertTrue(view.path("file").asText().contains("token " + "t".repeat(43) + "\n"));
    assertEquals(
        "escale-box:?hub=https%3A%2F%2Fhub.example&token="
            + "t".repeat(43)
            + "&hubkey="
            + "a1".repeat(32),
        view.path("qr").asText());
    assertEquals(403, send(desk, "POST", "gateways/b/box", PLAN).statusCode());
    var bad = PLAN.replace("\"channel\":6", "\"channel\":\"six\"");
    assertTrue(send(operator, "POST", "gateways/b/box", bad).statusCode() >= 400);
    assertFalse(house.book.lines().toString(), house.book.lines().toString().contains("tttt"));
  }

  @Test
  public void aTokenThatCountsNoMoreIsRefusedAndTheRefusalIsInTheAudit() {
    var good = "{\"token\":\"good\",\"publicKey\":\"k\"}";
    assertEquals(201, house.stand.send("POST", "/api/v1/gateways/enrol", good).statusCode());
    var used = good.replace("good", "used");
    assertEquals(404, house.stand.send("POST", "/api/v1/gateways/enrol", used).statusCode());
    assertTrue(
        house.book.lines().toString(),
        house.book.lines().stream().anyMatch(l -> l.contains("POST:/gateways/enrol NOT_FOUND")));
  }

  @Test
  public void whatDidNotChangeIsNotToldAgainAndTheSignatureComesAlong() {
    var path = "/api/v1/gateways/b/config";
    String[] signed = {"Box-Time", "2027-01-04T08:00:00Z", "Box-Signature", "abc"};
    var first = house.stand.send("GET", path, "", signed);
    assertEquals(first.body(), 200, first.statusCode());
    assertEquals("text\n", first.body());
    assertEquals("sig", first.headers().firstValue("Box-Signature").orElse(""));
    assertEquals("GET /gateways/b/config\n2027-01-04T08:00:00Z\n", heard.get().signed());
    String[] known = {
      "Box-Time", "2027-01-04T08:00:00Z", "Box-Signature", "abc", "If-None-Match", "\"d1\""
    };
    assertEquals(304, house.stand.send("GET", path, "", known).statusCode());
    assertEquals(422, house.stand.send("GET", path, "").statusCode());
  }

  @Test
  public void noiseComesByTheSignedNumberAndNoMoreThanThat() {
    var order = "{\"at\":\"2027-01-04T08:00:00Z\",\"signature\":\"abc\",\"body\":\"70\"}";
    var noise = house.stand.send("POST", "/api/v1/gateways/b/line/down", order);
    assertEquals(noise.body(), 200, noise.statusCode());
    assertEquals("application/octet-stream", noise.headers().firstValue("Content-Type").orElse(""));
    assertEquals("POST /gateways/b/line/down\n2027-01-04T08:00:00Z\n70", heard.get().signed());
    var many = order.replace("70", "many");
    assertEquals(422, house.stand.send("POST", "/api/v1/gateways/b/line/down", many).statusCode());
    assertEquals(204, house.stand.send("POST", "/api/v1/gateways/b/line", order).statusCode());
    assertEquals("POST /gateways/b/line\n2027-01-04T08:00:00Z\n70", heard.get().signed());
  }

  @Test
  public void aFreshCertificateComesSigned() {
    var order = "{\"at\":\"2027-01-04T08:00:00Z\",\"signature\":\"abc\",\"body\":\"\"}";
    var answer = house.stand.send("POST", "/api/v1/gateways/b/certificate", order);
    assertEquals(answer.body(), 200, answer.statusCode());
    assertEquals("pem", answer.body());
    assertEquals("sig", answer.headers().firstValue("Box-Signature").orElse(""));
    assertEquals("POST /gateways/b/certificate\n2027-01-04T08:00:00Z\n", heard.get().signed());
  }

  @Test
  public void aSampleOfTheLineComesWithASignOfLife() {
    var line = "{\\\"at\\\":\\\"2027-01-04T08:00:00Z\\\",\\\"downKbps\\\":9000,\\\"upKbps\\\":800}";
    var body =
        "{\\\"applied\\\":\\\"\\\",\\\"well\\\":true,\\\"text\\\":\\\"\\\",\\\"line\\\":"
            + line
            + "}";
    var order = "{\"at\":\"2027-01-04T08:00:00Z\",\"signature\":\"abc\",\"body\":\"" + body + "\"}";
    var path = "/api/v1/gateways/b/beat";
    assertEquals(204, house.stand.send("POST", path, order).statusCode());
    var sample = new LineSamples.Sample(Instant.parse("2027-01-04T08:00:00Z"), 9000, 800);
    assertEquals(Optional.of(sample), beat.get().sample());
    assertEquals(422, house.stand.send("POST", path, order.replace("9000", "null")).statusCode());
  }

  @Test
  public void whatABoxSawIsReadAsItWasSigned() {
    var path = "/api/v1/gateways/b/events";
    var body =
        "[{\\\"sequence\\\":7,\\\"kind\\\":\\\"STOP\\\",\\\"grant\\\":\\\"g\\\",\\\"at\\\":\\\"2027-01-04T08:00:00Z\\\"}]";
    var order = "{\"at\":\"2027-01-04T08:00:00Z\",\"signature\":\"abc\",\"body\":\"" + body + "\"}";
    var answer = house.stand.send("POST", path, order);
    assertEquals(answer.body(), 200, answer.statusCode());
    assertEquals("{\"sequence\":7}", answer.body());
    assertEquals(
        List.of(new Boxes.Seen(7, "STOP", "g", Instant.parse("2027-01-04T08:00:00Z"))), seen.get());
    assertTrue(heard.get().signed().endsWith("\n[" + body.replace("\\", "").substring(1)));
    var broken = order.replace("[{", "[[");
    assertEquals(422, house.stand.send("POST", path, broken).statusCode());
  }

  private HttpResponse<String> send(String token, String method, String path, String body) {
    return house.stand.send(method, "/api/v1/" + path, body, "Authorization", token);
  }
}
