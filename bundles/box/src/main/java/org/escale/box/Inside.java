package org.escale.box;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which devices were let in, each by which session of the hub's: in memory, since a device asks
 * again within its lease. Safe for many threads.
 */
final class Inside {
  private static final int MOST = 10_000;

  private final Map<String, Came> devices = new ConcurrentHashMap<>();
  private final AtomicLong order = new AtomicLong();

  /** A device, twelve hexadecimal digits, and the session by which it came, at its turn. */
  record Came(String device, String session, long turn, Instant at) {}

  /** A device is let in; of more than 10,000 the further ones wait for the end of their lease. */
  void letIn(String device, String session, Instant at) {
    if (devices.size() < MOST || devices.containsKey(device)) {
      devices.put(device, new Came(device, session, order.incrementAndGet(), at));
    }
  }

  /** Whether that is how it came last. */
  boolean holds(Came came) {
    return came.equals(devices.get(came.device()));
  }

  /** The turn of whoever came last. */
  long turn() {
    return order.get();
  }

  /** Who came at that turn or before. */
  List<Came> until(long turn) {
    return devices.values().stream().filter(came -> came.turn() <= turn).toList();
  }

  /** It is gone, unless it came anew. */
  void gone(Came came) {
    devices.remove(came.device(), came);
  }
}
