package org.escale.itests.scenario;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.escale.itests.process.EscaleProcess;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runners.MethodSorters;

/** In the order of their names: the last one corrupts a rule. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class ScenarioIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static EscaleProcess escale;

  @BeforeClass
  public static void start() throws Exception {
    escale = EscaleProcess.start(FOLDER.newFolder().toPath(), "--sandbox").awaitReady();
  }

  @AfterClass
  public static void stop() {
    escale.close();
  }

  @Test
  public void d1_aDayComesOutAsWorkedOutByHand() {
    assertRight(play("a-day"));
  }

  @Test
  public void d1_theConsoleTellsItTooAndEndsWithZero() {
    var told = escale.exec("escale:scenario a-day");
    assertEquals(told.output(), 0, told.code());
    assertTrue(told.output(), told.output().contains("Anna"));
  }

  @Test
  public void d2_theMarriageComesOutAsWorkedOutByHand() {
    assertRight(play("marriage"));
  }

  @Test
  public void z_aCorruptedRuleFailsTheStory() {
    var network = escale.as("mobispot-office");
    var from = escale.clock("{\"advance\":\"PT0S\"}").plusSeconds(60);
    var entered =
        network.post(
            "/api/v1/networks/mobispot/terms",
            "{\"rule\":\"mobispot/billing/1\",\"validFrom\":\"%s\",\"values\":%s}"
                .formatted(from, dearer(network.get("/api/v1/networks/mobispot/terms").json())));
    assertTrue(entered.body(), entered.status() < 300);
    var story = play("a-day");
    assertFalse(story.toString(), story.path("right").asBoolean());
  }

  private static String dearer(JsonNode terms) {
    var billing =
        StreamSupport.stream(terms.path("items").spliterator(), false)
            .filter(t -> t.path("rule").asText().equals("mobispot/billing/1"))
            .findFirst()
            .orElseThrow();
    return billing.path("values").toString().replace("4.00 EUR", "4.01 EUR");
  }

  private static JsonNode play(String name) {
    return escale.as("operator").post("/api/v1/sandbox/scenarios/" + name, "{}").json();
  }

  private static void assertRight(JsonNode story) {
    assertTrue(story.toPrettyString(), story.path("right").asBoolean());
  }
}
