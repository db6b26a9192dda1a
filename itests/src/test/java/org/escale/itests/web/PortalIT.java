package org.escale.itests.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.escale.itests.process.Http;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * The captive portal of the whole distribution, in a real browser on a phone: what openNDS would
 * send is made by hand here; the driver's own tests have the real one.
 */
public final class PortalIT {
  @ClassRule public static final OpenSite SITE = OpenSite.onAWorkingDay();

  private static HttpServer box;

  @BeforeClass
  public static void open() throws Exception {
    box = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    box.createContext("/opennds_auth/", PortalIT::letIn);
    box.start();
    var gateway =
        """
        {"id":"gw-hall","centreId":"cei","driver":"portal","settings":{"box":"opennds-1",
         "address":"127.0.0.1:%d","url":"%s","secret":"hallsecret0123456789","lease":"PT30M"}}
        """
            .formatted(box.getAddress().getPort(), SITE.origin());
    var made = SITE.as("operator").post("/api/v1/gateways", gateway);
    assertEquals(made.body(), 201, made.status());
    Awaitility.await("the portal is open")
        .atMost(Duration.ofSeconds(30))
        .until(() -> SITE.escale().http().get("/portal/gw-hall").status() == 200);
  }

  @AfterClass
  public static void close() {
    if (box != null) {
      box.stop(0);
    }
  }

  @Test
  public void s1_theKeyOfAVisitOpensThePortalAndItsEndShutsIt() throws IOException {
    var visit = visit();
    var key = key(visit);
    try (var seen = SITE.page(Device.PHONE, "nl")) {
      seen.page().navigate(SITE.origin() + "/portal/gw-hall?fas=" + fas());
      seen.assertEverybodyCanUse("the portal");
      seen.page().locator("nav [lang=en]").click();
      seen.page().locator("#key").fill("not-the-key");
      seen.page().locator("button").click();
      seen.page().locator("[role=alert]").waitFor();
      seen.assertEverybodyCanUse("a wrong key");
      seen.page().locator("#key").fill(key.toUpperCase(Locale.ROOT).replace("-", " "));
      seen.page().locator("button").click();
      seen.page().locator(".time").waitFor();
      seen.assertEverybodyCanUse("online");
      assertFalse(seen.page().url(), seen.page().url().contains(key));
    }
    Awaitility.await("the session is open")
        .atMost(Duration.ofSeconds(20))
        .until(() -> "OPEN".equals(session(visit).json().at("/session/state").asText()));
    var left = member().post("/api/v1/visits/" + visit + "/checkout", "{}");
    assertEquals(left.body(), 200, left.status());
    try (var seen = SITE.page(Device.PHONE, "nl")) {
      seen.page().navigate(SITE.origin() + "/portal/gw-hall?fas=" + fas());
      seen.page().locator("#key").fill(key);
      seen.page().locator("button").click();
      seen.page().locator("[role=alert]").waitFor();
    }
    assertFalse("the key stands in a log", logs().contains(key));
  }

  @Test
  public void rfc8908_isAnsweredToWhoAsksAndSaysNothingOfOthers() {
    var said = SITE.escale().http().get("/portal/gw-hall/api");
    assertEquals(200, said.status());
    var type = said.response().headers().firstValue("Content-Type").orElseThrow();
    assertTrue(type, type.startsWith("application/captive+json"));
    assertEquals(
        SITE.origin() + "/portal/gw-hall/start", said.json().at("/user-portal-url").asText());
    assertEquals(403, SITE.escale().http().post("/portal/gw-hall/box", "").status());
    assertEquals(404, SITE.escale().http().get("/portal/gw-cei").status());
  }

  private static String visit() {
    var person = member().get("/api/v1/me").json().at("/memberId").asText();
    var order = "{\"memberId\":\"" + person + "\",\"centreId\":\"cei\"}";
    var arrived = SITE.as("cei-desk").post("/api/v1/visits", order);
    assertEquals(arrived.body(), 201, arrived.status());
    return arrived.json().at("/id").asText();
  }

  private static String key(String visit) {
    Awaitility.await("the key is ready")
        .atMost(Duration.ofSeconds(30))
        .until(() -> "READY".equals(session(visit).json().at("/session/state").asText()));
    return session(visit).json().at("/key").asText();
  }

  private static Http.Answer session(String visit) {
    return member().get("/api/v1/visits/" + visit + "/session");
  }

  /** What openNDS says of a device at level 1. */
  private static String fas() {
    var said = "hid=%064x, clientip=127.0.0.1, clientmac=02:00:00:00:00:01".formatted(7);
    var coded = Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8));
    return URLEncoder.encode(coded, StandardCharsets.UTF_8);
  }

  /** The box has let the device in, and sends it on. */
  private static void letIn(HttpExchange exchange) throws IOException {
    var redir = exchange.getRequestURI().getRawQuery().replaceFirst(".*redir=", "");
    var next = URLDecoder.decode(redir, StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", next);
    exchange.sendResponseHeaders(307, -1);
    exchange.close();
  }

  private static String logs() throws IOException {
    try (var files = Files.walk(SITE.escale().data())) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .map(PortalIT::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Http member() {
    return SITE.escale().http(SITE.member());
  }
}
