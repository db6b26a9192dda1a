package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Request;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Boxes wait at the door for a change, and the door serves others meanwhile. */
public final class BoxWaitDoorTest {
  private static final String PATH = "/api/v1/gateways/b/entitlements/after/" + "0a".repeat(32);
  private static final int MORE_THAN_THREADS = 300;

  /** Whoever waits at the hub. */
  private record Waiting(
      Request request, String known, CompletableFuture<Outcome<Boolean>> answer) {}

  private final House house = new House();
  private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();

  @Before
  public void keep() {
    house.service(Boxes.class).to("changed", args -> waits((Request) args[0], (String) args[1]));
  }

  private CompletionStage<Outcome<Boolean>> waits(Request request, String known) {
    var one = new Waiting(request, known, new CompletableFuture<>());
    waiting.add(one);
    return one.answer();
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void s1_whoWaitsIsAnsweredWhenItChangesAndSignsThePathItAsks() throws Exception {
    var asked = ask();
    var one = next();
    assertFalse(asked.isDone());
    assertEquals(
        "GET /gateways/b/entitlements/after/%s\n2027-01-04T08:00:00Z\n".formatted("0a".repeat(32)),
        one.request().signed());
    assertEquals("0a".repeat(32), one.known());
    one.answer().complete(Outcome.done(true));
    var changed = asked.get(5, TimeUnit.SECONDS);
    assertEquals(204, changed.statusCode());
    assertEquals("", changed.body());
    asked = ask();
    next().answer().complete(Outcome.done(false));
    assertEquals(304, asked.get(5, TimeUnit.SECONDS).statusCode());
  }

  @Test
  public void aBoxThatIsBelievedNoLongerIsRefusedWhileItWaitsAsEver() throws Exception {
    var asked = ask();
    next().answer().complete(Outcome.refused(RefusalCode.NOT_FOUND));
    var refused = asked.get(5, TimeUnit.SECONDS);
    assertEquals(refused.body(), 404, refused.statusCode());
    assertTrue(refused.body(), refused.body().contains("\"code\":\"NOT_FOUND\""));
    assertTrue(
        house.book.lines().toString(),
        house.book.lines().stream().anyMatch(line -> line.contains("NOT_FOUND")));
    asked = ask();
    next().answer().complete(Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE));
    assertEquals(503, asked.get(5, TimeUnit.SECONDS).statusCode());
    assertEquals("not signed", 422, house.stand.send("GET", PATH, "").statusCode());
  }

  @Test
  public void manyWaitAndNoThreadWaitsWithThem() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int n = 0; n < MORE_THAN_THREADS; n++) {
      all.add(ask());
    }
    var those = new ArrayList<Waiting>();
    for (int n = 0; n < MORE_THAN_THREADS; n++) {
      those.add(next());
    }
    assertEquals(200, house.stand.send("GET", "/api/v1/openapi.json", "").statusCode());
    those.forEach(one -> one.answer().complete(Outcome.done(true)));
    for (var one : all) {
      assertEquals(204, one.get(30, TimeUnit.SECONDS).statusCode());
    }
  }

  private Waiting next() throws InterruptedException {
    return Optional.ofNullable(waiting.poll(30, TimeUnit.SECONDS)).orElseThrow();
  }

  private CompletableFuture<HttpResponse<String>> ask() {
    return house.stand.ask(PATH, "Box-Time", "2027-01-04T08:00:00Z", "Box-Signature", "abc");
  }
}
