package org.escale.tck.gateway;

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

  /** A device presents a key to an open gateway; whether it is let in. */
  boolean associate(Gateway gateway, String key);
}
