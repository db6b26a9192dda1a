package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Pace;
import org.junit.After;
import org.junit.Test;

/** Who asks: tokens, the cookie and its second proof, roles, rates. */
public final class EntryTest {
  private static final String BOOK =
      "{\"spaceId\":\"mill-desk-1\",\"from\":\"2027-01-04T08:00:00Z\",\"to\":\"2027-01-04T09:00:00Z\"}";
  private final House house = new House();

  @After
  public void close() {
    house.close();
  }

  private static void refused(int status, String code, HttpResponse<String> answer) {
    assertEquals(answer.body(), status, answer.statusCode());
    assertTrue(answer.body(), answer.body().contains("\"code\":\"" + code + "\""));
  }

  private HttpResponse<String> login(String password) {
    return house.stand.send(
        "POST", "/api/v1/login", "{\"username\":\"anne\",\"password\":\"" + password + "\"}");
  }

  @Test
  public void anybodyReadsTheDirectory() {
    assertEquals(200, house.stand.send("GET", "/api/v1/centres", "").statusCode());
    assertEquals(200, house.stand.send("GET", "/api/v1/openapi.json", "").statusCode());
  }

  @Test
  public void nobodyMustSignIn() {
    var answer = house.stand.send("GET", "/api/v1/bookings", "");
    refused(401, "NOT_SIGNED_IN", answer);
    assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
    refused(401, "NOT_SIGNED_IN", house.stand.send("GET", "/api/v1/me", ""));
  }

  @Test
  public void aWrongTokenIsNotAnybody() {
    for (var token : new String[] {"Bearer nonsense", "Basic YTpi", "Bearer", "Bearer "}) {
      var answer = house.stand.send("GET", "/api/v1/centres", "", "Authorization", token);
      refused(401, "NOT_SIGNED_IN", answer);
    }
  }

  @Test
  public void aRoleWithoutTheOperationIsRefusedBeforeTheBodyIsRead() {
    var boss = "Bearer " + Town.employer(house.tokens);
    var answer = house.stand.send("POST", "/api/v1/visits", "{broken", "Authorization", boss);
    refused(403, "NOT_ALLOWED", answer);
  }

  @Test
  public void loginSetsACookieThatScriptsCannotRead() {
    Town.anne(house.tokens);
    refused(401, "BAD_CREDENTIALS", login("wrong-secret"));
    var answer = login("anne-secret");
    assertEquals(answer.body(), 200, answer.statusCode());
    assertTrue(answer.body(), answer.body().contains("\"memberId\":\"m-anne\""));
    assertFalse("the secret is in the cookie alone", answer.body().contains("anne-secret"));
    var cookie = answer.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie, cookie.startsWith("escale=anne-secret; Path=/; HttpOnly; SameSite=Strict"));
    assertFalse("only over TLS", cookie.contains("Secure"));
    var behindTls =
        house.stand.send(
            "POST",
            "/api/v1/login",
            "{\"username\":\"anne\",\"password\":\"anne-secret\"}",
            "X-Forwarded-Proto",
            "https");
    assertTrue(behindTls.headers().firstValue("Set-Cookie").orElse("").endsWith("; Secure"));
  }

  @Test
  public void aChangeByCookieNeedsTheSecondProof() {
    var cookie = "escale=" + Town.anne(house.tokens);
    var path = "/api/v1/bookings";
    refused(403, "NOT_ALLOWED", house.stand.send("POST", path, BOOK, "Cookie", cookie));
    var forged = house.stand.send("POST", path, BOOK, "Cookie", cookie, "X-CSRF", "0".repeat(32));
    refused(403, "NOT_ALLOWED", forged);
    assertEquals("nothing was booked", 0, house.booked.get());
    var me = house.stand.send("GET", "/api/v1/me", "", "Cookie", cookie);
    var proof = me.body().replaceAll(".*\"csrf\":\"([0-9a-f]+)\".*", "$1");
    var meant = house.stand.send("POST", path, BOOK, "Cookie", cookie, "X-CSRF", proof);
    assertEquals(meant.body(), 201, meant.statusCode());
  }

  @Test
  public void signingOutEndsTheToken() {
    var anne = "Bearer " + Town.anne(house.tokens);
    var out = house.stand.send("DELETE", "/api/v1/login", "", "Authorization", anne);
    assertEquals(204, out.statusCode());
    assertTrue(out.headers().firstValue("Set-Cookie").orElse("").contains("Max-Age=0"));
    refused(401, "NOT_SIGNED_IN", house.stand.send("GET", "/api/v1/me", "", "Authorization", anne));
  }

  @Test
  public void aStaleCookieDoesNotLockThePublicPages() {
    var answer = house.stand.send("GET", "/api/v1/openapi.json", "", "Cookie", "escale=gone");
    assertEquals(200, answer.statusCode());
    var bookings = house.stand.send("GET", "/api/v1/bookings", "", "Cookie", "escale=gone");
    refused(401, "NOT_SIGNED_IN", bookings);
  }

  @Test
  public void tooManyRequestsAreToldWhenToComeBack() {
    var tooMany = Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "retryAfter", "7");
    var counted = new ArrayList<String>();
    Pace pace =
        (kind, who) -> {
          counted.add(kind + (kind == Pace.Kind.ACCOUNT ? " " + who : ""));
          return Optional.of(tooMany).filter(refusal -> counted.size() > 1);
        };
    try (var slow = new House(pace)) {
      assertEquals(200, slow.stand.send("GET", "/api/v1/centres", "").statusCode());
      var last = slow.stand.send("GET", "/api/v1/centres", "");
      refused(429, "TOO_MANY_REQUESTS", last);
      assertEquals("7", last.headers().firstValue("Retry-After").orElse(""));
      var anne = "Bearer " + Town.anne(slow.tokens);
      refused(
          429,
          "TOO_MANY_REQUESTS",
          slow.stand.send("POST", "/api/v1/bookings", BOOK, "Authorization", anne));
      assertEquals(List.of("ADDRESS", "ADDRESS", "ACCOUNT anne"), counted);
      assertEquals(
          List.of(
              "refused - GET:/centres TOO_MANY_REQUESTS",
              "refused anne POST:/bookings TOO_MANY_REQUESTS"),
          slow.book.lines());
    }
  }

  @Test
  public void answersAreNeitherCachedNorRun() {
    var headers = house.stand.send("GET", "/api/v1/centres", "").headers();
    assertEquals("no-store", headers.firstValue("Cache-Control").orElse(""));
    assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
    assertTrue(headers.firstValue("Content-Security-Policy").orElse("").contains("'none'"));
  }

  @Test
  public void changesAndRefusalsAreWrittenDownWithoutIdsOrSecrets() {
    var anne = "Bearer " + Town.anne(house.tokens);
    var boss = "Bearer " + Town.employer(house.tokens);
    var path = "/api/v1/bookings";
    house.stand.send("GET", path, "");
    house.stand.send("GET", path, "", "Authorization", "Bearer a\u00e9\" outcome=DONE");
    house.stand.send("GET", "/api/v1/centres", "", "Authorization", anne);
    house.stand.send("POST", path, BOOK, "Authorization", anne);
    house.stand.send("POST", path, "{broken", "Authorization", anne);
    house.stand.send("POST", "/api/v1/visits", "{}", "Authorization", boss);
    house.stand.send("GET", path + "/somebody-elses", "", "Authorization", anne);
    house.stand.send("POST", "/api/v1/affiliations/x/activate", "", "Authorization", anne);
    house.stand.send("POST", "/api/v1/login", "{\"username\":\"anne\",\"password\":\"pw\"}");
    assertEquals(
        List.of(
            "refused - GET:/bookings NOT_SIGNED_IN",
            "refused - GET:/bookings NOT_SIGNED_IN",
            "done anne POST:/bookings DONE",
            "refused anne POST:/bookings MALFORMED_REQUEST",
            "refused boss POST:/visits NOT_ALLOWED",
            "refused anne GET:/bookings/{id} NOT_FOUND",
            "refused anne POST:/affiliations/{id}/activate NOT_ALLOWED",
            "refused - POST:/login BAD_CREDENTIALS"),
        house.book.lines());
  }

  @Test
  public void routesThatNobodyShowsDoNotExist() {
    refused(404, "NOT_FOUND", house.stand.send("POST", "/api/v1/sandbox/clock", "{}"));
    refused(404, "NOT_FOUND", house.stand.send("GET", "/api/v1/x/some/thing", ""));
  }
}
