package org.escale.spi.gateway;

import java.util.List;
import org.escale.access.AccessGrant;
import org.osgi.annotation.versioning.ConsumerType;

/** One open gateway; safe for many threads. See the rules at {@link GatewayDriver}. */
@ConsumerType
public interface Gateway extends AutoCloseable {
  /** Makes the grant hold, or end. */
  GatewayAnswer apply(AccessGrant grant);

  /** The sessions it knows to be alive. */
  List<LiveSession> sessions();

  /** How it is. */
  GatewayHealth health();

  @Override
  void close();
}
