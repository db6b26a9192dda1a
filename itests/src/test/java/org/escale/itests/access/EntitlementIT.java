package org.escale.itests.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What an employer allows, changes and takes back is so for its people within five seconds. */
public final class EntitlementIT {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String RIGHTS = "/api/v1/companies/atlas/entitlements";
  private static final String ALL = "ALLOWED";
  private static final String KARIN = "\"memberId\":\"karin\"";

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final Map<String, Long> DELAYS = new TreeMap<>();
  private static EscaleProcess escale;
  private static Town town;
  private static Account employer;
  private static Account karin;

  @BeforeClass
  public static void start() {
    escale = EscaleProcess.start(FOLDER.getRoot().toPath(), "--sandbox").awaitReady();
    town = new Town(escale);
    employer = town.account("atlas-hr");
    karin = town.account("karin");
  }

  /** The delays stand where a report can take them from, in milliseconds. */
  @AfterClass
  public static void stop() throws IOException {
    Files.writeString(Path.of("target", "entitlement-delays.txt"), DELAYS + "\n");
    if (escale != null) {
      escale.close();
    }
  }

  /** One thing that an entitlement can say: for whom, what, and the no that comes of it. */
  private record Limit(String name, String whose, String says, String refusal) {
    String wide() {
      return "{" + (whose.isEmpty() ? "\"leastStars\":0" : whose) + "}";
    }

    String narrow() {
      return "{" + whose + (whose.isEmpty() ? "" : ",") + says + "}";
    }
  }

  private static final List<Limit> LIMITS =
      List.of(
          new Limit("company", "", "\"leastStars\":5", "LABEL_NOT_ALLOWED"),
          new Limit("group", "\"group\":\"hr\"", "\"leastStars\":5", "LABEL_NOT_ALLOWED"),
          new Limit("member", KARIN, "\"leastStars\":5", "LABEL_NOT_ALLOWED"),
          new Limit("zone", KARIN, "\"zones\":[\"Flanders\"]", "ZONE_NOT_ALLOWED"),
          new Limit("centre", KARIN, "\"centreIds\":[\"axis-parc\"]", "ZONE_NOT_ALLOWED"),
          new Limit("label", KARIN, "\"leastStars\":4", "LABEL_NOT_ALLOWED"),
          new Limit("kind", KARIN, "\"kinds\":[\"OFFICE\"]", "NO_DESK"),
          new Limit("extra", KARIN, "\"extras\":[\"beamer\"]", "SERVICE_NOT_ALLOWED"),
          new Limit(
              "hours",
              KARIN,
              "\"hours\":[{\"days\":[\"SUNDAY\"],\"from\":\"08:00\",\"to\":\"09:00\"}]",
              "HOURS_NOT_ALLOWED"),
          new Limit(
              "budget",
              KARIN,
              "\"monthlyBudget\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}",
              "NO_CREDIT"));

  @Test
  public void everyEditAndRevocationIsEffectiveWithinFiveSeconds() {
    for (var limit : LIMITS) {
      assertEquals(limit.name(), ALL, said(limit));
      var made = done(escale.http(employer).post(RIGHTS, limit.narrow()));
      within(limit, "made", limit.refusal());
      var path = RIGHTS + "/" + made.json().path("id").asText();
      var wide = patched(path, made, limit.wide());
      within(limit, "widened", ALL);
      patched(path, wide, limit.narrow());
      within(limit, "narrowed", limit.refusal());
      done(escale.http(employer).delete(path));
      within(limit, "revoked", ALL);
    }
  }

  @Test
  public void aRightThatIsRevokedIsGoneWithinFiveSeconds() {
    var limit = LIMITS.get(0);
    var rule = done(escale.http(employer).post(RIGHTS, limit.narrow()));
    var exception = done(escale.http(employer).post(RIGHTS, "{" + KARIN + "}"));
    within(limit, "excepted", ALL);
    done(escale.http(employer).delete(RIGHTS + "/" + exception.json().path("id").asText()));
    within(limit, "exception-revoked", limit.refusal());
    done(escale.http(employer).delete(RIGHTS + "/" + rule.json().path("id").asText()));
  }

  private static Http.Answer patched(String path, Http.Answer before, String body) {
    var tag = before.response().headers().firstValue("ETag").orElse("\"1\"");
    var http = escale.http(employer);
    return done(
        http.send(
            http.to(path)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .method("PATCH", BodyPublishers.ofString(body))));
  }

  private static Http.Answer done(Http.Answer answer) {
    assertTrue(answer.body(), answer.status() < 300);
    return answer;
  }

  /** Counts from the answer to the employer until karin's own question is answered so. */
  private static void within(Limit limit, String step, String wanted) {
    long start = System.nanoTime();
    Awaitility.await(limit.name() + " " + step)
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(() -> assertEquals(wanted, said(limit)));
    DELAYS.put(limit.name() + " " + step, (System.nanoTime() - start) / 1_000_000);
  }

  /** What karin may at CEI now, with photocopies; of desks, whether she finds one. */
  private static String said(Limit limit) {
    if (limit.name().equals("kind")) {
      var from = town.here().plusHours(1).toInstant();
      var wish = "availability?lat=50.67&lon=4.61&kind=DESK&limit=1&from=%s&to=%s";
      var found = town.get(karin, wish.formatted(from, from.plusSeconds(3600))).path("items");
      return found.isEmpty() ? "NO_DESK" : ALL;
    }
    var question = "{\"memberId\":\"karin\",\"centreId\":\"cei\",\"extra\":\"photocopy\"}";
    var answer = town.post(karin, "authorisations", question);
    return answer.path("refusal").path("code").asText(answer.path("decision").asText());
  }
}
