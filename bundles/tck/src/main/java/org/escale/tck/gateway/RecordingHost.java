package org.escale.tck.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayHost;

/** The hub as a gateway sees it; fails on demand. */
final class RecordingHost implements GatewayHost {
  private final Map<String, AccessGrant> grants = new ConcurrentHashMap<>();
  private final Map<GrantId, String> devices = new ConcurrentHashMap<>();
  private final Map<GrantId, Attachment> attached = new ConcurrentHashMap<>();
  private final List<GatewayEvent> events = new ArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Set<GrantId> asked = ConcurrentHashMap.newKeySet();
  private volatile boolean strict;
  private volatile CountDownLatch open = new CountDownLatch(0);

  void fails(int times) {
    failures.set(times);
  }

  void away(boolean now) {
    failures.set(now ? Integer.MAX_VALUE : 0);
  }

  /** How often it was told something that it could not keep. */
  int refused() {
    return refused.get();
  }

  /** Lets no device use any grant, as if each were another's. */
  void admitsNobody() {
    strict = true;
  }

  /** Whether it was asked about a device for that grant. */
  boolean asked(GrantId grant) {
    return asked.contains(grant);
  }

  /** Keeps nothing, and gives no answer, until it is let go on. */
  void hangs() {
    open = new CountDownLatch(1);
  }

  void goesOn() {
    open.countDown();
  }

  void knows(AccessGrant grant) {
    grants.put(grant.key(), grant);
  }

  synchronized List<GatewayEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public Optional<AccessGrant> grant(Claim presented) {
    return switch (presented.kind()) {
      case KEY -> Optional.ofNullable(grants.get(presented.value()));
      case PERSON -> live(grant -> grant.person().value().equals(presented.value()));
      case DEVICE -> live(grant -> presented.value().equals(devices.get(grant.id())));
    };
  }

  @Override
  public boolean admit(GrantId grant, String device) {
    asked.add(grant);
    return !strict && device.equals(devices.computeIfAbsent(grant, first -> device));
  }

  @Override
  public Map<GrantId, Attachment> attached() {
    return Map.copyOf(attached);
  }

  private Optional<AccessGrant> live(Predicate<AccessGrant> wanted) {
    return grants.values().stream().filter(g -> !g.revoked()).filter(wanted).findFirst();
  }

  @Override
  public void report(List<GatewayEvent> batch) throws IOException {
    try {
      open.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      throw new IOException(closed);
    }
    kept(batch);
  }

  private synchronized void kept(List<GatewayEvent> batch) throws IOException {
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      refused.incrementAndGet();
      throw new IOException("the disk is full");
    }
    events.addAll(batch);
    batch.forEach(event -> event.attachment().ifPresent(a -> attached.put(event.grant(), a)));
  }
}
