package org.escale.core.sessions;

import java.util.List;
import java.util.concurrent.Callable;
import org.escale.access.AccessGrant;
import org.escale.core.plugins.Quarantine;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayHealth;
import org.escale.spi.gateway.LiveSession;

/** A gateway whose driver is marked while its code runs (law E3). */
record MarkedGateway(Gateway gateway, String name, Quarantine quarantine) implements Gateway {
  @Override
  public GatewayAnswer apply(AccessGrant grant) {
    return run(() -> gateway.apply(grant));
  }

  @Override
  public List<LiveSession> sessions() {
    return run(gateway::sessions);
  }

  @Override
  public GatewayHealth health() {
    return run(gateway::health);
  }

  @Override
  public void close() {
    run(
        () -> {
          gateway.close();
          return true;
        });
  }

  private <T> T run(Callable<T> call) {
    try {
      return quarantine.marked(name, call).call();
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }
}
