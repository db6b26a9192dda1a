package org.escale.box;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.escale.box.Slowness.Kind;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A hub that answers slowly costs a box its patience and no more: nothing is lost, nothing counts
 * twice, and when the hub is quick again the box is as if nothing had been.
 */
public class SlowHubTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final Duration TOO_LONG = Duration.ofSeconds(25);
  private static final Duration DRIP = Duration.ofSeconds(2);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  /** A box each, all at once. */
  @Test
  public void s6_noRoundHangsLongerThanItsPatienceAndNothingIsLostOrDoubled() throws Exception {
    var all = new ArrayList<Callable<Void>>();
    for (var path : List.of("/config$", "/events$", "/entitlements$", "/beat$")) {
      all.add(() -> breaksOff(path, new Slowness(path, Kind.ANSWER, TOO_LONG)));
    }
    for (var path : List.of("/config$", "/events$", "/entitlements$")) {
      all.add(() -> breaksOff(path, new Slowness(path, Kind.BODY, TOO_LONG)));
      all.add(() -> breaksOff(path, new Slowness(path, Kind.OCTET, DRIP)));
    }
    all.add(() -> goesOn(Duration.ofSeconds(1)));
    all.add(() -> goesOn(Duration.ofSeconds(5)));
    all.add(this::isWaitedForNoLongerThanAHubWaits);
    all.add(this::aListThatIsFetchedInBetweenHoldsUpNoRound);
    together(all);
  }

  private Void goesOn(Duration each) throws IOException {
    try (var box = wentRound();
        var slow = box.hub.slow(new Slowness("", Kind.ANSWER, each))) {
      assertTrue(slow.description(), box.agent().round());
      counted(box);
    }
    return null;
  }

  private Void breaksOff(String path, Slowness how) throws IOException {
    var name = path + how.description();
    try (var box = wentRound()) {
      var slow = box.hub.slow(how);
      box.hub.configure(Plugged.text(Map.of("nftables.conf", "another")));
      var agent = box.agent();
      long began = System.nanoTime();
      assertThrows(name, IOException.class, agent::round);
      inTime(name, began, PATIENCE);
      slow.close();
      assertTrue(name, agent.round());
      counted(box);
    }
    return null;
  }

  private Void isWaitedForNoLongerThanAHubWaits() throws IOException {
    try (var box = wentRound();
        var slow = box.hub.slow(new Slowness("/after/", Kind.ANSWER, Duration.ofMinutes(2)))) {
      long began = System.nanoTime();
      assertThrows(slow.description(), IOException.class, listing(box)::follow);
      inTime("a wait", began, Duration.ofSeconds(35));
    }
    return null;
  }

  private Void aListThatIsFetchedInBetweenHoldsUpNoRound() throws Exception {
    try (var box = wentRound()) {
      var agent = box.agent();
      var slow = box.hub.slow(new Slowness("/entitlements$", Kind.ANSWER, TOO_LONG));
      try (var news = agent.news()) {
        box.hub.entitle(new Listed(box.began).text());
        await(() -> slow.met() > 0);
        long began = System.nanoTime();
        assertThrows(IOException.class, agent::round);
        inTime("a round", began, PATIENCE.plusSeconds(10));
        slow.close();
        assertTrue(agent.round());
        assertFalse(news.ended());
      }
      counted(box);
    }
    return null;
  }

  /** One that is known, and saw two come since. */
  private Plugged wentRound() throws IOException {
    var box = new Plugged(temporary.newFolder().toPath());
    assertTrue(box.agent().round());
    new Spool(box.home).add("START", "a", box.began);
    new Spool(box.home).add("START", "b", box.began);
    return box;
  }

  private static void counted(Plugged box) throws IOException {
    assertEquals(List.of("a", "b"), List.copyOf(box.hub.events.values()));
    assertEquals(List.of(), new Spool(box.home).waiting());
    assertEquals("no number twice", 3, new Spool(box.home).add("START", "c", box.began));
  }

  private static Listing listing(Plugged box) throws IOException {
    var clock = Clock.systemUTC();
    var line = new Line(clock, OwnKey.of(box.home));
    return new Listing(box.home, clock, line, new Cuts(box.home, clock, new Inside()));
  }

  private static void inTime(String name, long began, Duration limit) {
    var took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(name + " took " + took, took.compareTo(limit.plus(SLACK)) < 0);
  }

  private static void await(Callable<Boolean> done) throws Exception {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!done.call()) {
      assertTrue("in time", System.nanoTime() < limit);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static void together(List<Callable<Void>> all) throws Exception {
    var threads = Executors.newFixedThreadPool(all.size());
    try {
      for (Future<Void> one : threads.invokeAll(all, 3, TimeUnit.MINUTES)) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
