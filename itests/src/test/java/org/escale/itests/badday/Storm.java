package org.escale.itests.badday;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.escale.itests.badday.Ledger.Asked;
import org.escale.itests.process.Http;

/**
 * Several clients that book scarce desks as fast as they are answered, until the line goes dead or
 * they are told to stop.
 */
final class Storm implements AutoCloseable {
  private static final int CLIENTS = 4;
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> clients = new ArrayList<>();

  /** Where and when to book. */
  record Field(List<String> spaces, Instant firstDay, int days) {}

  Storm(Http http, Field field, Ledger ledger, long seed) {
    for (int n = 0; n < CLIENTS; n++) {
      var random = new Random(seed * CLIENTS + n);
      var client = new Thread(() -> book(http, field, ledger, random), "client-" + n);
      clients.add(client);
      client.start();
    }
  }

  private void book(Http http, Field field, Ledger ledger, Random random) {
    while (!over.get()) {
      var asked = wish(field, random);
      try {
        if (send(http, asked).status() == 201) {
          ledger.acknowledge(asked);
        }
      } catch (UncheckedIOException e) {
        ledger.leaveOpen(asked);
        return;
      }
    }
  }

  /** Sends the request, for the first time or again. */
  static Http.Answer send(Http http, Asked asked) {
    return http.send(
        http.to("/api/v1/bookings")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", asked.key())
            .POST(BodyPublishers.ofString(asked.body())));
  }

  private static Asked wish(Field field, Random random) {
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    var space = field.spaces().get(random.nextInt(field.spaces().size()));
    var from =
        field
            .firstDay()
            .plus(Duration.ofDays(random.nextInt(field.days())))
            .plus(Duration.ofMinutes(random.nextInt(7 * 60)));
    var to = from.plus(Duration.ofMinutes(1 + random.nextInt(60)));
    var body =
        "{\"id\":\"%s\",\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(id, space, from, to);
    return new Asked(id, "key-" + id, body);
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
  }
}
