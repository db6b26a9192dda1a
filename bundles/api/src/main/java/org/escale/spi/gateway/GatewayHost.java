package org.escale.spi.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.osgi.annotation.versioning.ProviderType;

/** What the platform offers a gateway; safe for many threads. */
@ProviderType
public interface GatewayHost {
  /** The grant behind a presented key, from the snapshot in memory; never blocks. */
  Optional<AccessGrant> grant(String presentedKey);

  /**
   * Takes events; returns once they are on disk.
   *
   * @throws IOException if they could not be kept; report them again
   */
  void report(List<GatewayEvent> events) throws IOException;
}
