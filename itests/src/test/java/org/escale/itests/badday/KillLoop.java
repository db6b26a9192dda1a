package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.awaitility.Awaitility;
import org.escale.itests.badday.Storm.Field;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;

/**
 * Kills the whole process with SIGKILL in the middle of bookings, again and again, and holds what
 * it then says against what its clients were told (laws B1, B2, B3, E6).
 */
final class KillLoop {
  private static final int ACKNOWLEDGED_EACH = 25;
  private final Path data;
  private final String[] options;
  private final Ledger ledger = new Ledger();

  KillLoop(Path data, String... options) {
    this.data = data;
    this.options = options;
  }

  void run(int kills) {
    var field = field();
    for (int round = 0; round < kills; round++) {
      int before = ledger.size();
      try (var escale = start()) {
        finishWhatWasOpen(escale);
        var storm = new Storm(escale.http(member(escale)), field, ledger, round);
        try {
          Awaitility.await("bookings under load")
              .atMost(Duration.ofSeconds(60))
              .until(() -> ledger.size() >= before + ACKNOWLEDGED_EACH);
          escale.kill();
        } finally {
          storm.close();
        }
      }
    }
    try (var escale = start()) {
      finishWhatWasOpen(escale);
      check(escale);
    }
  }

  private EscaleProcess start() {
    return EscaleProcess.start(data, options).awaitReady();
  }

  /**
   * A request that was never answered happened once or not at all; sent again it is answered, and
   * no second booking appears.
   */
  private void finishWhatWasOpen(EscaleProcess escale) {
    var http = escale.http(member(escale));
    for (var asked : ledger.takeUnanswered()) {
      var answer = Storm.send(http, asked);
      assertTrue("b3: " + answer.body(), answer.status() == 201 || answer.status() == 409);
      if (answer.status() == 201) {
        ledger.acknowledge(asked);
      }
    }
  }

  private void check(EscaleProcess escale) {
    var http = escale.http(member(escale));
    var bySpace = new HashMap<String, List<Slot>>();
    for (var asked : ledger.acknowledged()) {
      var kept = http.get("/api/v1/bookings/" + asked.id());
      assertEquals("b2: an acknowledged booking is there: " + asked.id(), 200, kept.status());
      var json = kept.json();
      var slot = new Slot(json.path("from").asText(), json.path("to").asText());
      assertTrue("b2: as it was asked", asked.body().contains("\"" + slot.from() + "\""));
      assertTrue("b2: as it was asked", asked.body().contains("\"" + slot.to() + "\""));
      bySpace.computeIfAbsent(json.path("spaceId").asText(), id -> new ArrayList<>()).add(slot);
    }
    bySpace.forEach(KillLoop::noOverlap);
  }

  /** From and to; texts of instants in whole seconds sort like the instants. */
  private record Slot(String from, String to) {}

  private static void noOverlap(String space, List<Slot> slots) {
    var sorted = slots.stream().sorted(Comparator.comparing(Slot::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      var before = sorted.get(i - 1);
      assertTrue("b1: " + space + before, before.to().compareTo(sorted.get(i).from()) <= 0);
    }
  }

  /** Desks of the nearest centre that this member may use, on working days of the weeks to come. */
  private Field field() {
    try (var escale = start()) {
      var http = escale.http(member(escale));
      var monday =
          LocalDate.now(ZoneId.of("Europe/Brussels"))
              .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
              .atTime(9, 30)
              .atZone(ZoneId.of("Europe/Brussels"))
              .toInstant();
      var found =
          http.get(
              "/api/v1/availability?lat=50.5&lon=4.6&kind=DESK&limit=8&from=%s&to=%s"
                  .formatted(monday, monday.plus(Duration.ofHours(1))));
      assertEquals(found.body(), 200, found.status());
      var spaces = found.json().path("items").findValuesAsText("spaceId");
      assertTrue("there are desks to fight for", spaces.size() >= 4);
      return new Field(spaces, monday, 5);
    }
  }

  private static Account member(EscaleProcess escale) {
    return escale.accounts().first("member");
  }
}
