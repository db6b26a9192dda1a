package org.escale.spi.gateway;

import java.time.Instant;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;

/**
 * Something that a gateway saw.
 *
 * @param sequence the gateway's own number, growing; with the gateway's id it makes a repeated
 *     event harmless
 * @param at by the gateway's clock
 * @param attachment by which device, as far as the gear says so
 */
public record GatewayEvent(
    GatewayId gateway,
    long sequence,
    Kind kind,
    GrantId grant,
    Instant at,
    Optional<Attachment> attachment) {

  /** One of gear that names no devices. */
  public GatewayEvent(GatewayId gateway, long sequence, Kind kind, GrantId grant, Instant at) {
    this(gateway, sequence, kind, grant, at, Optional.empty());
  }

  /** What was seen. */
  public enum Kind {
    /** The session began. */
    START,
    /** It lives. */
    ALIVE,
    /** It ended. */
    STOP
  }
}
