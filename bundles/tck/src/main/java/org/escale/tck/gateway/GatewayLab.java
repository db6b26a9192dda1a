package org.escale.tck.gateway;

import java.time.Duration;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;

/**
 * A driver on the bench, with a device in the air beside it.
 *
 * <p>The gateways of {@link #config} stand in the centre {@code here}.
 */
public interface GatewayLab {
  /** The driver. */
  GatewayDriver driver();

  /** A configuration that works. */
  GatewayConfig config();

  /** One that cannot work. */
  GatewayConfig broken();

  /** One whose gateway does not answer. */
  GatewayConfig silent();

  /** How soon what has to happen happens; a decision may take twice as long. */
  default Duration patience() {
    return Duration.ofSeconds(5);
  }

  /** A device presents a key to an open gateway; whether it is let in. */
  boolean associate(Gateway gateway, String key);
}
