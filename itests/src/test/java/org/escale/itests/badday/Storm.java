package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.escale.itests.badday.Ledger.Asked;
import org.escale.itests.process.Http;

/**
 * Several clients that book scarce desks as fast as they are answered, until the line goes dead or
 * they are told to stop. One that is put off (503) asks the same again a little later: sooner than
 * it is told to, but not so often that it is refused for that (1000 requests a second of an
 * account).
 */
final class Storm implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final int UNAVAILABLE = 503;
  private static final Duration A_LITTLE = Duration.ofMillis(20);
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger putOff = new AtomicInteger();
  private final AtomicInteger withoutRetryAfter = new AtomicInteger();
  private final Set<String> strange = ConcurrentHashMap.newKeySet();
  private final List<Thread> clients = new ArrayList<>();
  private final Ledger ledger;

  Storm(Http http, Field field, Ledger ledger, long seed) {
    this.ledger = ledger;
    for (int n = 0; n < CLIENTS; n++) {
      var random = new Random(seed * CLIENTS + n);
      var client = new Thread(() -> book(http, field, random), "client-" + n);
      clients.add(client);
      client.start();
    }
  }

  private void book(Http http, Field field, Random random) {
    var asked = field.wish(random);
    while (!over.get()) {
      try {
        if (answered(asked, send(http, asked))) {
          asked = field.wish(random);
        }
      } catch (UncheckedIOException e) {
        break;
      }
    }
    ledger.leaveOpen(asked);
  }

  /** A client that is put off asks the same again, under the same key. */
  private boolean answered(Asked asked, Http.Answer answer) {
    if (answer.status() == 201) {
      ledger.acknowledge(asked);
    }
    if (answer.status() != UNAVAILABLE) {
      return answer.status() == 201 || answer.status() == 409 || strange.add(answer.body());
    }
    putOff.incrementAndGet();
    if (answer.response().headers().firstValue("Retry-After").isEmpty()) {
      withoutRetryAfter.incrementAndGet();
    }
    LockSupport.parkNanos(A_LITTLE.toNanos());
    return false;
  }

  /** How often it was told to come back later. */
  int putOff() {
    assertEquals("each 503 says when to come back", 0, withoutRetryAfter.get());
    return putOff.get();
  }

  /** Sends the request, for the first time or again. */
  static Http.Answer send(Http http, Asked asked) {
    return http.send(
        http.to("/api/v1/bookings")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", asked.key())
            .POST(BodyPublishers.ofString(asked.body())));
  }

  /** No more requests; returns when the last is answered or lost. */
  @Override
  public void close() {
    over.set(true);
    try {
      for (var client : clients) {
        client.join(60_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertEquals("taken, refused or put off", Set.of(), strange);
  }
}
