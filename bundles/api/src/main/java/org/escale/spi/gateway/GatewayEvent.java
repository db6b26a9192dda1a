package org.escale.spi.gateway;

import java.time.Instant;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;

/**
 * Something that a gateway saw.
 *
 * @param sequence the gateway's own number, growing; with the gateway's id it makes a repeated
 *     event harmless
 * @param at by the gateway's clock
 */
public record GatewayEvent(GatewayId gateway, long sequence, Kind kind, GrantId grant, Instant at) {

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
