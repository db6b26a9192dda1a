package org.escale.bench.radius;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.core.sessions.GatewayReports;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayEvent;

/**
 * Counts what is told from the log, each number of the gateway once; it stands for the database.
 */
final class Counting implements GatewayReports {
  private final Set<Long> begun = ConcurrentHashMap.newKeySet();
  private final Set<Long> ended = ConcurrentHashMap.newKeySet();

  @Override
  public void take(CentreId centre, List<GatewayEvent> events) {
    for (var event : events) {
      (event.kind() == GatewayEvent.Kind.STOP ? ended : begun).add(event.sequence());
    }
  }

  /** How many, as two words. */
  @Override
  public String toString() {
    return begun.size() + " " + ended.size();
  }
}
