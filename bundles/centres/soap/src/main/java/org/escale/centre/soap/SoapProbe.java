package org.escale.centre.soap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * Finds out by trying whether a service keeps two from taking one place, with holds in January 2000
 * that are taken away again: one after the other, and many at once.
 */
final class SoapProbe {
  private static final Instant THEN = Instant.parse("2000-01-03T09:00:00Z");
  private static final int ROUNDS = 5;
  private static final int AT_ONCE = 6;

  private final SoapFeed feed;
  private final SoapDesk desk;
  private final SpaceRef space;
  private final String name = "probe-" + UUID.randomUUID();
  private final List<Key> tried = new ArrayList<>();

  SoapProbe(SoapFeed feed, SoapDesk desk, SpaceRef space) {
    this.feed = feed;
    this.desk = desk;
    this.space = space;
  }

  Probe run() throws CentreException {
    var findings = new LinkedHashMap<String, String>();
    try {
      var writes = writes(findings);
      var atomic = writes && refuses(findings) && holdsUnderFire(findings);
      return new Probe(claims(writes, atomic), findings);
    } finally {
      tried.forEach(key -> desk.cancel(new ForeignRef(space, key, "", "")));
    }
  }

  private static TruthMode claims(boolean writes, boolean atomic) {
    if (!writes) {
      return TruthMode.REQUEST;
    }
    return atomic ? TruthMode.CENTRE_ATOMIC : TruthMode.CENTRE_CHECKED;
  }

  /** Whether what is held is seen, once, and can be confirmed. */
  private boolean writes(Map<String, String> findings) throws CentreException {
    var request = request(0, "first");
    var held = desk.hold(request) instanceof DeskAnswer.Done;
    var again = desk.hold(request) instanceof DeskAnswer.Done;
    var seen =
        feed.pull(space, request.slot()).entries().stream()
            .filter(entry -> entry.key().filter(request.key()::equals).isPresent())
            .count();
    findings.put("write", yesOrNo(held && seen > 0));
    findings.put("once", yesOrNo(again && seen == 1));
    return held && again && seen == 1;
  }

  private boolean refuses(Map<String, String> findings) {
    var refused = desk.hold(request(0, "second")) instanceof DeskAnswer.Conflict;
    findings.put("refuses", yesOrNo(refused));
    return refused;
  }

  private boolean holdsUnderFire(Map<String, String> findings) throws CentreException {
    var alone = true;
    for (int round = 1; round <= ROUNDS && alone; round++) {
      alone = winners(round) <= 1;
    }
    findings.put("of-many-at-once", alone ? "one" : "several");
    return alone;
  }

  private long winners(int round) throws CentreException {
    var requests = new ArrayList<Callable<DeskAnswer>>();
    for (int i = 0; i < AT_ONCE; i++) {
      var request = request(round, "race-" + round + "-" + i);
      requests.add(() -> desk.hold(request));
    }
    var racers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      long winners = 0;
      for (var answer : racers.invokeAll(requests)) {
        winners += answer.get() instanceof DeskAnswer.Done ? 1 : 0;
      }
      return winners;
    } catch (ExecutionException odd) {
      throw new IllegalStateException(odd.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CentreException(CentreException.Trouble.UNAVAILABLE, "interrupted");
    } finally {
      racers.shutdownNow();
    }
  }

  private HoldRequest request(int day, String what) {
    var from = THEN.plus(Duration.ofDays(day));
    var key = new Key(name + "-" + what, "probe");
    tried.add(key);
    return new HoldRequest(space, key, new TimeSlot(from, from.plusSeconds(60)), from, "Escale");
  }

  private static String yesOrNo(boolean yes) {
    return yes ? "yes" : "no";
  }
}
