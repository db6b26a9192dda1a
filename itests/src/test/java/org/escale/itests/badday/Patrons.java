package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.itests.badday.Ledger.Asked;
import org.escale.itests.process.Http;

/**
 * Members who book scarce desks at an even pace, about six a second, and call every fifth booking
 * off again. They are told yes, later, or no; never anything else.
 */
final class Patrons implements AutoCloseable {
  private static final int CLIENTS = 2;
  private static final int PACE_MS = 350;
  private static final int CALLED_OFF = 5;

  private final Field field;
  private final Random whims;
  private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
  private final List<Future<?>> paces = new ArrayList<>();
  private final Map<String, Asked> promised = new ConcurrentHashMap<>();
  private final Set<String> calledOff = ConcurrentHashMap.newKeySet();
  private final AtomicInteger notOffered = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();
  private volatile Http http;

  Patrons(Http http, Field field) {
    this.http = http;
    this.field = field;
    this.whims = new Random(field.hashCode());
    for (int n = 0; n < CLIENTS; n++) {
      var random = new Random(field.hashCode() + n + 1L);
      long first = (long) n * PACE_MS / CLIENTS;
      paces.add(
          clients.scheduleWithFixedDelay(
              () -> noted(random), first, PACE_MS, TimeUnit.MILLISECONDS));
    }
  }

  /** How many bookings the instance took on so far. */
  int promised() {
    return promised.size();
  }

  /** How often it said that nothing is known of the desk now. */
  int notOffered() {
    return notOffered.get();
  }

  /** From now on they speak to that instance. */
  void turnTo(Http other) {
    http = other;
  }

  /** So many wishes at once, beside the even pace. */
  void burst(int wishes) {
    for (int n = 0; n < wishes; n++) {
      book(whims);
    }
  }

  private void noted(Random random) {
    try {
      book(random);
    } catch (RuntimeException e) {
      strange.add(e.toString());
    }
  }

  private void book(Random random) {
    var asked = field.wish(random);
    var answer = Storm.send(http, asked);
    if (answer.status() == 201 || answer.status() == 202) {
      promised.put(asked.id(), asked);
      if (promised.size() % CALLED_OFF == 0) {
        callOff(asked.id());
      }
    } else if (answer.status() == 503 && answer.json().at("/details").has("centreSystem")) {
      notOffered.incrementAndGet();
    } else if (answer.status() != 409) {
      strange.add(answer.body());
    }
  }

  private void callOff(String id) {
    var answer = http.delete("/api/v1/bookings/" + id);
    if (answer.status() / 100 == 2) {
      calledOff.add(id);
    } else {
      strange.add(answer.body());
    }
  }

  /** What stands here firmly, as the centre's system must show it. */
  Map<String, String> firm() {
    var firm = new TreeMap<String, String>();
    kept("CONFIRMED").forEach((id, booking) -> firm.put(id + "@home.escale", shown(booking)));
    return firm;
  }

  /** Each booking that was taken on is firm, or was called off by its own member. */
  void assertNothingIsLostOrDoubled() {
    var there = new TreeSet<>(kept("CONFIRMED").keySet());
    there.addAll(kept("CANCELLED").keySet());
    assertEquals("b2, b3: all that was promised, and nothing else", promised.keySet(), there);
    assertEquals("called off by whom", calledOff, kept("CANCELLED").keySet());
    field.spaces().forEach(this::noOverlap);
    assertEquals("yes, later or no", "[]", strange.toString());
  }

  private void noOverlap(String space) {
    var slots =
        kept("CONFIRMED").values().stream()
            .filter(booking -> booking.path("spaceId").asText().equals(space))
            .sorted(Comparator.comparing(booking -> booking.path("from").asText()))
            .toList();
    for (int i = 1; i < slots.size(); i++) {
      var end = slots.get(i - 1).path("to").asText();
      assertTrue("b1: " + slots.get(i), end.compareTo(slots.get(i).path("from").asText()) <= 0);
    }
  }

  private static String shown(JsonNode booking) {
    return OwnSystem.firm(
        booking.path("spaceId").asText(),
        Instant.parse(booking.path("from").asText()),
        Instant.parse(booking.path("to").asText()));
  }

  private Map<String, JsonNode> kept(String... states) {
    var found = new TreeMap<String, JsonNode>();
    var page = "/api/v1/bookings?limit=1000";
    for (var next = page; !next.isEmpty(); ) {
      var json = http.get(next).json();
      json.path("items").forEach(booking -> found.put(booking.path("id").asText(), booking));
      var cursor = json.path("next").asText("");
      next = cursor.isEmpty() || cursor.equals("null") ? "" : page + "&cursor=" + cursor;
    }
    found.values().removeIf(b -> !field.spaces().contains(b.path("spaceId").asText()));
    found.values().removeIf(b -> !Set.of(states).contains(b.path("state").asText()));
    return found;
  }

  /** No more requests; returns once the last is answered. */
  @Override
  public void close() {
    paces.forEach(pace -> pace.cancel(false));
    clients.shutdown();
    try {
      clients.awaitTermination(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertEquals("yes, later or no", "[]", strange.toString());
  }
}
