package org.escale.itests.people;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.escale.tck.machine.Ports;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * An employer with a real slapd and with a platform that exports a table: its people come across
 * into the assembled distribution on PostgreSQL, whoever leaves while checked in is cut off, and
 * links that are down for a while end nobody (R70, R102, R07).
 */
public final class DirectoriesIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static EmbeddedPostgres postgres;
  private static Slapd slapd;
  private static Export export;
  private static EscaleProcess escale;

  @BeforeClass
  public static void start() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setPort(Ports.free())
            .setDataDirectory(FOLDER.getRoot().toPath().resolve("postgres"))
            .start();
    var url = "postgresql://postgres:postgres@127.0.0.1:%d/postgres".formatted(postgres.getPort());
    escale = EscaleProcess.start(FOLDER.newFolder().toPath(), "--sandbox", "--postgres", url);
    slapd = new Slapd(FOLDER.newFolder().toPath());
    export = new Export(FOLDER.newFolder().toPath());
    escale.awaitReady();
    monday();
  }

  @AfterClass
  public static void stop() throws Exception {
    for (var each : new AutoCloseable[] {escale, slapd, postgres}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @Test
  public void r07_r70_whoLeavesIsCutOffAndALinkThatIsDownEndsNobody() throws Exception {
    slapd.add("ada", "Ada Lovelace");
    slapd.add("bea", "Bea Byron");
    slapd.add("eva", "Eva Elm");
    export.people("c;Cleo Clark;c@files.example;yes", "d;Dora Drew;d@files.example;yes");
    install("atlas-ldap", "ldap", slapd.settings());
    install("atlas-files", "csv", export.settings());
    var ada = comes("ada@there.example");
    var bea = comes("bea@there.example");
    var cleo = comes("c@files.example");
    var dora = comes("d@files.example");

    slapd.remove("ada");
    export.people("c;Cleo Clark;c@files.example;no", "d;Dora Drew;d@files.example;yes");
    over(ada);
    over(cleo);

    slapd.silent(true);
    export.away(true);
    down("atlas-ldap");
    down("atlas-files");
    assertOpen(bea);
    assertOpen(dora);
    slapd.silent(false);
    export.away(false);
    up("atlas-ldap");
    up("atlas-files");
    assertOpen(bea);
    assertOpen(dora);
    assertEquals("NOT_EMPLOYED", asked(member("ada@there.example").orElseThrow()));
    assertEquals("ALLOWED", asked(member("eva@there.example").orElseThrow()));
  }

  /** Is brought, is let in, and has a session: the path of the visit. */
  private static String comes(String email) {
    Awaitility.await(email + " came across")
        .atMost(PATIENCE)
        .until(() -> member(email).isPresent());
    var order = "{\"memberId\":\"%s\",\"centreId\":\"cei\"}".formatted(member(email).orElseThrow());
    var visit = desk().post("/api/v1/visits", order);
    assertTrue(visit.body(), visit.status() < 300);
    var path = "/api/v1/visits/" + visit.json().path("id").asText();
    Awaitility.await("a session for " + email)
        .atMost(PATIENCE)
        .until(() -> session(desk().get(path).json()).equals("READY"));
    return path;
  }

  private static void over(String visit) {
    Awaitility.await("the visit is over, and its session with it")
        .atMost(PATIENCE)
        .until(
            () -> {
              var now = desk().get(visit).json();
              return now.path("state").asText().equals("CLOSED") && session(now).equals("ENDED");
            });
    assertEquals("ADMINISTRATOR", desk().get(visit).json().path("endedBy").asText());
  }

  private static void assertOpen(String visit) {
    var now = desk().get(visit).json();
    assertEquals("OPEN READY", now.path("state").asText() + " " + session(now));
  }

  private static void down(String id) {
    Awaitility.await(id + " is not reached").atMost(PATIENCE).until(() -> !directory(id));
  }

  private static void up(String id) {
    Awaitility.await(id + " is read again").atMost(PATIENCE).until(() -> directory(id));
  }

  private static boolean directory(String id) {
    return operator().get("/api/v1/directories/" + id).json().path("up").asBoolean();
  }

  private static String session(JsonNode visit) {
    return visit.path("session").path("state").asText("ENDED");
  }

  private static Optional<String> member(String email) {
    var all = escale.as("atlas-hr").get("/api/v1/companies/atlas/members?limit=1000");
    return StreamSupport.stream(all.json().path("items").spliterator(), false)
        .filter(member -> member.path("email").asText().equals(email))
        .map(member -> member.path("id").asText())
        .findFirst();
  }

  private static String asked(String member) {
    var order = "{\"memberId\":\"%s\",\"centreId\":\"cei\"}".formatted(member);
    var answer = desk().post("/api/v1/authorisations", order);
    return answer.json().path("refusal").path("code").asText("ALLOWED");
  }

  private static void install(String id, String kind, Map<String, String> settings)
      throws IOException {
    var order =
        Map.of(
            "id",
            id,
            "kind",
            kind,
            "companyId",
            "atlas",
            "settings",
            settings,
            "poll",
            "PT5S",
            "deadline",
            "PT2S");
    var answer =
        operator().post("/api/v1/directories", new ObjectMapper().writeValueAsString(order));
    assertEquals(answer.body(), 201, answer.status());
  }

  /** At ten in the morning: centres are open. The clock goes on. */
  private static void monday() {
    var now = ZonedDateTime.now(ZoneId.of("Europe/Brussels"));
    var then = now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(10, 0));
    escale.clock("{\"now\":\"" + then.toInstant() + "\"}");
  }

  private static Http desk() {
    return escale.as("cei-desk");
  }

  private static Http operator() {
    return escale.as("operator");
  }
}
