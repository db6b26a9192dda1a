package org.escale.itests.gear;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.escale.itests.process.EscaleProcess;
import org.escale.tck.machine.Ports;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What is held back for a box that is cut off (law L8), while the hub is killed again and again.
 */
public final class HeldCreditIT {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final int port = Ports.free();
  private EscaleProcess escale;
  private LocalDate day;

  @After
  public void stop() {
    escale.close();
  }

  @Test
  public void l8_onDerby() throws Exception {
    heldOnceAlsoByAHubThatWasKilled(List.of());
  }

  @Test
  public void l8_onPostgresql() throws Exception {
    try (var postgres = EmbeddedPostgres.builder().setPort(Ports.free()).start()) {
      var url = "postgresql://postgres:postgres@127.0.0.1:%d/postgres";
      heldOnceAlsoByAHubThatWasKilled(List.of("--postgres", url.formatted(postgres.getPort())));
    }
  }

  private void heldOnceAlsoByAHubThatWasKilled(List<String> database) throws IOException {
    var data = folder.newFolder().toPath();
    begin(data, database);
    var today = escale.clock("{\"advance\":\"PT0S\"}").atZone(BRUSSELS).toLocalDate();
    day = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    go("08:00");
    var all = credit("balance");
    try (var box = new BoxProcess(home())) {
      assertEquals("GREEN", box.round(at("08:00")));
      escale.kill();
      begin(data, database);
      go("08:10");
      var held = credit("held");
      assertTrue(held.toString(), held.signum() > 0);
      assertEquals(all.subtract(held), credit("balance"));
      escale.kill();
      begin(data, database);
      go("08:20");
      assertEquals("once", held, credit("held"));
      assertEquals(all.subtract(held), credit("balance"));
      box.round(at("08:20"));
      assertEquals("GREEN", box.round(at("08:20")));
      go("08:21");
      assertEquals(all, credit("balance"));
      assertEquals(0, credit("held").signum());
    }
  }

  private void begin(Path data, List<String> database) {
    var options = new ArrayList<>(List.of("--sandbox", "--port", Integer.toString(port)));
    options.addAll(database);
    escale = EscaleProcess.start(data, options.toArray(String[]::new)).awaitReady();
  }

  private Path home() throws IOException {
    var home = Files.createDirectories(folder.newFolder().toPath().resolve("box"));
    var ticket = new Tickets(escale.as("operator"), port).expect("box-cei", "cei", 2);
    return Files.writeString(home.resolve("enrolment"), ticket.path("file").asText()).getParent();
  }

  /** Of the credit of Bleu Nomade, whose people may come to the desks that are ceded. */
  private BigDecimal credit(String what) {
    var all = escale.as("bleu-nomade-hr").get("/api/v1/companies/bleu-nomade/credit").json();
    return new BigDecimal(all.at("/items/0/" + what + "/amount").asText());
  }

  private void go(String time) {
    escale.clock("{\"now\":\"%s\",\"stand\":true}".formatted(at(time)));
  }

  private Instant at(String time) {
    return day.atTime(LocalTime.parse(time)).atZone(BRUSSELS).toInstant();
  }
}
