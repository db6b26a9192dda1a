package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;

/** Holds what an instance says against what its clients were told (laws B1, B2, B3). */
final class Audit {
  private final Http http;
  private final Ledger ledger;

  Audit(EscaleProcess escale, Ledger ledger) {
    this.http = escale.http(escale.accounts().first("member"));
    this.ledger = ledger;
  }

  /**
   * A request that was never answered happened once or not at all; sent again it is answered, and
   * no second booking appears.
   */
  void finishWhatWasOpen() {
    for (var asked : ledger.takeUnanswered()) {
      var answer = Storm.send(http, asked);
      assertTrue("b3: " + answer.body(), answer.status() == 201 || answer.status() == 409);
      if (answer.status() == 201) {
        ledger.acknowledge(asked);
      }
    }
  }

  /** All that was acknowledged is there as it was asked, nothing else is, and none overlap. */
  void check() {
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
    bySpace.forEach(Audit::noOverlap);
    assertEquals("b3: what was refused left no trace", Set.of(), neverAcknowledged());
  }

  private Set<String> neverAcknowledged() {
    var there = new HashSet<String>();
    var page = "/api/v1/bookings?limit=1000";
    for (var next = page; !next.isEmpty(); ) {
      var json = http.get(next).json();
      json.path("items").forEach(booking -> there.add(booking.path("id").asText()));
      var cursor = json.path("next").asText("");
      next = cursor.isEmpty() || cursor.equals("null") ? "" : page + "&cursor=" + cursor;
    }
    assertTrue("the list holds them", there.size() >= ledger.size());
    ledger.acknowledged().forEach(asked -> there.remove(asked.id()));
    return there;
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
}
