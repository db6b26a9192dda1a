package org.escale.itests.badday;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a client was told: bookings acknowledged, and requests that went out and were never
 * answered.
 */
final class Ledger {
  private final Map<String, Asked> acknowledged = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Asked> unanswered = new ConcurrentLinkedQueue<>();

  /** A request to book, with the id chosen by the client and its idempotency key. */
  record Asked(String id, String key, String body) {}

  void acknowledge(Asked asked) {
    acknowledged.put(asked.id(), asked);
  }

  void leaveOpen(Asked asked) {
    unanswered.add(asked);
  }

  List<Asked> acknowledged() {
    return List.copyOf(acknowledged.values());
  }

  List<Asked> takeUnanswered() {
    var open = List.copyOf(unanswered);
    unanswered.clear();
    return open;
  }

  int size() {
    return acknowledged.size();
  }
}
