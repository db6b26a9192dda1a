package org.escale.gateway.radius;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;

/** Numbers what the gear saw; safe for many threads. */
final class Events {
  private static final int PER_MILLISECOND = 1000;

  private final GatewayConfig config;
  private final AtomicLong sequence;

  /** A gateway that is opened again goes on above the numbers it gave before. */
  Events(GatewayConfig config, Instant opened) {
    this.config = config;
    this.sequence = new AtomicLong(opened.toEpochMilli() * PER_MILLISECOND);
  }

  /** When the session was last seen. */
  GatewayEvent of(Kind kind, Tracked session) {
    return of(kind, session, session.seen());
  }

  GatewayEvent of(Kind kind, Tracked session, Instant at) {
    return new GatewayEvent(
        config.id(),
        sequence.incrementAndGet(),
        kind,
        session.grant(),
        at,
        Optional.of(new Attachment(config.id(), session.device(), session.session())));
  }
}
