package org.escale.tck.gateway;

import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.AccessGrant;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.HandClock;
import org.junit.After;
import org.junit.Before;

/** A driver's gateway on the bench, opened for each test, and a hub beside it. */
public abstract class GatewayBench {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

  private static final Map<Class<?>, Bench> BENCHES = new ConcurrentHashMap<>();

  record Bench(GatewayLab lab, HandClock clock) {}

  final RecordingHost host = new RecordingHost();
  Set<Thread> before = Set.of();
  Bench bench;
  Gateway gateway;

  /** Puts the driver on a bench with that clock; called once for each test class. */
  protected abstract GatewayLab lab(HandClock clock);

  /** Opens the gateway. */
  @Before
  public void open() throws GatewayException {
    bench = BENCHES.computeIfAbsent(getClass(), kind -> bench());
    before = Thread.getAllStackTraces().keySet();
    gateway = bench.lab().driver().open(bench.lab().config(), host);
  }

  /** Closes it. */
  @After
  public void close() {
    gateway.close();
  }

  private Bench bench() {
    var clock = new HandClock(START);
    return new Bench(lab(clock), clock);
  }

  GatewayAnswer apply(AccessGrant grant) {
    host.knows(grant);
    return gateway.apply(grant);
  }

  boolean associate(String key) {
    return bench.lab().associate(gateway, key);
  }

  List<Kind> kinds() {
    return host.events().stream().map(GatewayEvent::kind).toList();
  }

  Set<Thread> threads() {
    var now = new HashSet<>(Thread.getAllStackTraces().keySet());
    now.removeIf(thread -> !thread.isAlive() || thread.getName().startsWith("surefire"));
    return now;
  }

  AccessGrant grant(String id, long revision, String key) {
    return SampleGrants.grant(bench.clock().instant(), id, revision, key);
  }

  void await(String what, BooleanSupplier until) {
    await(what, bench.lab().patience(), until);
  }

  static void await(String what, Duration within, BooleanSupplier until) {
    var limit = System.nanoTime() + within.toNanos();
    while (!until.getAsBoolean()) {
      assertTrue("not within " + within + ": " + what, System.nanoTime() < limit);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
