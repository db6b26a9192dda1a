package org.escale.gateway.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;

/** What was seen and the hub does not keep yet, in order. Safe for many threads. */
final class Events {
  /** Nobody more is taken on while so many wait. */
  static final int MOST = 10_000;

  private static final int AT_ONCE = 500;

  /** So long is an address, whatever its kind. */
  private static final int LONGEST = 45;

  private final GatewayId id;
  private final Deque<GatewayEvent> waiting = new ArrayDeque<>();
  private long sequence;

  Events(GatewayId id, Clock clock) {
    this.id = id;
    // a gateway that is opened again goes on above the numbers it gave before
    this.sequence = clock.millis() * 1000;
  }

  /** By which device is told only where the box itself says so: others claim what they like. */
  synchronized void add(Kind kind, Lease lease, Instant at) {
    var by = Optional.of(lease).filter(Lease::sighted).map(this::attachment);
    waiting.addLast(new GatewayEvent(id, ++sequence, kind, lease.grant(), at, by));
  }

  private Attachment attachment(Lease lease) {
    var ip = lease.ip().length() > LONGEST ? "" : lease.ip();
    return new Attachment(id, lease.mac().replace(":", ""), ip);
  }

  synchronized boolean full() {
    return waiting.size() >= MOST;
  }

  synchronized boolean none() {
    return waiting.isEmpty();
  }

  /** The oldest, 500 at most. */
  synchronized List<GatewayEvent> next() {
    return waiting.stream().limit(AT_ONCE).toList();
  }

  /** The hub keeps everything up to that number. */
  synchronized void kept(long number) {
    while (!waiting.isEmpty() && waiting.peekFirst().sequence() <= number) {
      waiting.removeFirst();
    }
  }
}
