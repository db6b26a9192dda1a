package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The bundle that speaks to a centre's own system is updated, refreshed, removed and brought back
 * while members book there and elsewhere (law A4).
 */
public class AdapterComesAndGoesIT {
  private static final String ADAPTER = "org.escale.centre.caldav";
  private static final String CLASS = "org.escale.centre.caldav.CalDavAdapter";
  private static final int ROUNDS = 5;
  private static final int ENOUGH = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static OwnSystem system;
  private static EscaleProcess escale;
  private static Bundles bundles;
  private static Field elsewhere;
  private static Field there;

  @BeforeClass
  public static void start() throws Exception {
    system = new OwnSystem(FOLDER.newFolder().toPath());
    escale = EscaleProcess.start(FOLDER.newFolder().toPath()).awaitReady();
    bundles = new Bundles(escale);
    elsewhere = Field.of(escale);
    there = new Field(OwnSystem.SPACES, elsewhere.firstDay(), elsewhere.days());
    system.connect(escale);
  }

  @AfterClass
  public static void stop() {
    if (escale != null) {
      escale.close();
    }
    if (system != null) {
      system.close();
    }
  }

  @Test
  public void a4_theAdapterComesAndGoesTenTimesUnderLoadAndNothingIsLost() {
    var patrons = patrons("bram", there);
    var others = patrons("anna", elsewhere);
    try (patrons;
        others) {
      for (int round = 0; round < ROUNDS; round++) {
        goesOn(patrons);
        bundles.update(ADAPTER);
        goesOn(patrons);
        goneForAWhile(round, patrons, others);
      }
      goesOn(patrons);
    }
    others.assertNothingIsLostOrDoubled();
    Awaitility.await("what waited is carried out, on both sides")
        .atMost(PATIENCE)
        .untilAsserted(() -> bothAgree(patrons));
    nothingOfItStays(new Inside(escale));
  }

  private static void bothAgree(Patrons patrons) {
    assertEquals("both sides are equal", patrons.firm(), system.ours());
    patrons.assertNothingIsLostOrDoubled();
  }

  private static Patrons patrons(String member, Field field) {
    return new Patrons(escale.http(escale.accounts().of("member", "memberId", member)), field);
  }

  private static void goesOn(Patrons patrons) {
    var before = patrons.promised();
    Awaitility.await("bookings there go on")
        .atMost(PATIENCE)
        .until(() -> patrons.promised() >= before + ENOUGH);
  }

  /** Nothing is offered there, everything elsewhere; staff goes on as always. */
  private static void goneForAWhile(int round, Patrons patrons, Patrons others) {
    bundles.remove(ADAPTER);
    var refused = patrons.notOffered();
    var before = others.promised();
    var from = there.firstDay().plus(Duration.ofDays(there.days() + 7L * round));
    staffTakes(round, from);
    Awaitility.await("nothing is promised there, bookings elsewhere go on")
        .atMost(PATIENCE)
        .until(() -> patrons.notOffered() > refused && others.promised() > before + ENOUGH);
    bundles.install(ADAPTER);
    Awaitility.await("what staff wrote meanwhile is seen")
        .atMost(PATIENCE)
        .until(() -> taken(from));
  }

  private static void staffTakes(int round, Instant from) {
    system.writes(OwnSystem.SPACES.get(0), "staff-" + round, from, from.plusSeconds(3600));
  }

  private static boolean taken(Instant from) {
    var order =
        "{\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(OwnSystem.SPACES.get(0), from, from.plusSeconds(1800));
    var answer = escale.http(escale.accounts().of("member", "memberId", "chloe"));
    var said = answer.post("/api/v1/bookings", order);
    var unread = said.status() == 503 && said.json().at("/details").has("centreSystem");
    assertTrue("a1: never promised over staff: " + said.body(), unread || said.status() == 409);
    return said.json().path("code").asText().equals("SPACE_TAKEN");
  }

  private static void nothingOfItStays(Inside inside) {
    assertEquals("one thread of one system", 1, inside.threads("escale-adapter").size());
    Awaitility.await("the classes of those that were replaced are gone")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertEquals(1, inside.loaded(CLASS)));
    bundles.remove(ADAPTER);
    assertEquals("no thread stays", List.of(), inside.threads("escale-adapter"));
    Awaitility.await("no class stays")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertEquals(0, inside.loaded(CLASS)));
    assertTrue("it runs", escale.isAlive());
  }
}
