package org.escale.gateway.radius;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.escale.gateway.radius.wire.Secret;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayHost;

/**
 * One piece of gear, as its parts share it; safe for many threads.
 *
 * @param clock of the platform: for what people are promised
 * @param nanos monotonic: for what gear is waited for
 */
record Here(
    GatewayConfig config,
    NasSettings nas,
    GatewayHost host,
    Clock clock,
    LongSupplier nanos,
    Book book,
    Handles handles,
    Tally tally) {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Secret RADSEC = Secret.of("radsec");

  Instant now() {
    return clock.instant();
  }

  /** What packets are signed with: RFC 6614 fixes it where TLS is what protects. */
  Secret secret() {
    return nas.tls().isPresent() ? RADSEC : nas.secret();
  }

  /** The longest that somebody stays without being asked about again; zero for the whole time. */
  Duration lease() {
    boolean behind = nas.tls().isPresent() && nas.disconnect().isEmpty();
    return behind && profile().asksAgain() ? LEASE : profile().lease();
  }

  Profile profile() {
    return nas.profile();
  }

  /** Without settings. */
  @Override
  public String toString() {
    return config.toString();
  }
}
