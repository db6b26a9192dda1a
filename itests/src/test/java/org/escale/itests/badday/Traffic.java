package org.escale.itests.badday;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;

/**
 * Receptions that ask whether members may come in, and let some of them in and out again, without a
 * pause; what ever goes otherwise than before is noted.
 */
final class Traffic implements AutoCloseable {
  private static final int EACH = 20;

  private final EscaleProcess escale;
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
  private final Map<String, String> wrong = new ConcurrentHashMap<>();

  /** A member at the desk of a centre. */
  record Guest(String member, String centre) {
    String json() {
      return "{\"memberId\":\"%s\",\"centreId\":\"%s\"}".formatted(member, centre);
    }
  }

  Traffic(EscaleProcess escale) {
    this.escale = escale;
  }

  /** Asks again and again whether that member may use that centre now; always may. */
  Traffic asking(Guest guest) {
    return repeat("asks " + guest, () -> ask(guest));
  }

  /** Lets that member in and out again. */
  Traffic visiting(Guest guest) {
    return repeat("visits " + guest, () -> visit(guest));
  }

  /** Checks in; the id of the visit. */
  String checkIn(Guest guest) {
    var arrived = desk(guest).post("/api/v1/visits", guest.json());
    expect(201, arrived);
    return arrived.json().path("id").asText();
  }

  /** Checks out; the visit as it ended. */
  Http.Answer checkOut(Guest guest, String visit) {
    var left = desk(guest).post("/api/v1/visits/" + visit + "/checkout", "{}");
    expect(200, left);
    return left;
  }

  /** Each goes on some more times; fails where one ever went wrong. */
  void goesOn() {
    var before = new ConcurrentHashMap<String, Integer>();
    done.forEach((what, times) -> before.put(what, times.get()));
    Awaitility.await("all of it goes on")
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                !wrong.isEmpty()
                    || before.entrySet().stream()
                        .allMatch(e -> done.get(e.getKey()).get() >= e.getValue() + EACH));
    if (!wrong.isEmpty()) {
      throw new AssertionError(wrong.toString());
    }
  }

  private void ask(Guest guest) {
    var answer = desk(guest).post("/api/v1/authorisations", guest.json());
    expect(200, answer);
    if (!answer.json().path("decision").asText().equals("ALLOWED")) {
      throw new AssertionError(answer.body());
    }
  }

  private void visit(Guest guest) {
    checkOut(guest, checkIn(guest));
  }

  private Traffic repeat(String what, Runnable once) {
    var times = new AtomicInteger();
    done.put(what, times);
    var thread = new Thread(() -> repeat(what, once, times), what);
    threads.add(thread);
    thread.start();
    return this;
  }

  private void repeat(String what, Runnable once, AtomicInteger times) {
    while (!over.get()) {
      try {
        once.run();
        times.incrementAndGet();
      } catch (AssertionError | UncheckedIOException e) {
        wrong.put(what, String.valueOf(e.getMessage()));
        return;
      }
    }
  }

  private Http desk(Guest guest) {
    return escale.http(escale.accounts().of("reception", "centreId", guest.centre()));
  }

  private static void expect(int status, Http.Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
  }

  @Override
  public void close() {
    over.set(true);
    try {
      for (var thread : threads) {
        thread.join(60_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
