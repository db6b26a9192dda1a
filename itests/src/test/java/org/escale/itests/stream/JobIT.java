package org.escale.itests.stream;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.YearMonth;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Long work, followed by whoever started it. */
public final class JobIT {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private EscaleProcess escale;

  @Before
  public void start() {
    escale = EscaleProcess.start(folder.getRoot().toPath()).awaitReady();
  }

  @After
  public void stop() {
    escale.close();
  }

  private Http as(String role) {
    return escale.http(escale.accounts().first(role));
  }

  @Test
  public void aRunIsFollowedAsEventsAndStillThereAfterAKill() {
    var operator = as("federation");
    var month = YearMonth.now(java.time.ZoneId.of("Europe/Brussels"));
    var body = "{\"period\":\"" + month + "\",\"dryRun\":true}";
    var begun =
        operator.send(
            operator
                .to("/api/v1/billing-runs")
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(body)));
    assertEquals(begun.body(), 202, begun.status());
    var where = begun.response().headers().firstValue("Location").orElse("");
    var path = where.substring(where.indexOf("/api/"));
    var watched = operator.send(operator.to(path).setHeader("Accept", "text/event-stream").GET());
    assertEquals(watched.body(), 200, watched.status());
    assertTrue(watched.body(), watched.body().contains("\"state\":\"DONE\""));
    assertEquals(404, as("network").get(path).status());
    escale.kill();
    escale = EscaleProcess.start(folder.getRoot().toPath()).awaitReady();
    var kept = as("federation").get(path);
    assertEquals(kept.body(), "DONE", kept.json().path("state").asText());
    assertEquals(month.toString(), kept.json().at("/result/period").asText());
  }
}
