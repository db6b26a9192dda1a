package org.escale.core.eventlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.escale.core.sessions.GatewayReports;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayEvent;

/** A database that knows events by the gateway's number, and can be away or at fault. */
final class ToyReports implements GatewayReports {
  private final Map<Long, GatewayEvent> counted = new LinkedHashMap<>();
  private Consumer<String> step = where -> {};
  private Predicate<GatewayEvent> fault = event -> false;
  private boolean away;
  private int told;

  @Override
  public synchronized void take(CentreId centre, List<GatewayEvent> events) throws IOException {
    if (away) {
      throw new IOException("away");
    }
    for (var event : events) {
      if (fault.test(event)) {
        throw new IllegalStateException("a fault of ours");
      }
      step.accept("before");
      told++;
      counted.putIfAbsent(event.sequence(), event);
      step.accept("after");
    }
  }

  /** That has this already. */
  synchronized ToyReports has(List<GatewayEvent> events) {
    events.forEach(event -> counted.put(event.sequence(), event));
    return this;
  }

  synchronized ToyReports away(boolean now) {
    away = now;
    return this;
  }

  synchronized void fault(Predicate<GatewayEvent> at) {
    fault = at;
  }

  /** Looks in before and after each is counted. */
  synchronized void at(Consumer<String> each) {
    step = each;
  }

  synchronized List<GatewayEvent> counted() {
    return new ArrayList<>(counted.values());
  }

  synchronized int told() {
    return told;
  }
}
