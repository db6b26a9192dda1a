package org.escale.gateway.radius;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.escale.gateway.radius.wire.Packet;

/**
 * Answers to the latest requests: the very same datagram from the same place gets the very same
 * answer, without a second effect (RFC 5080, 2.2.2). Safe for many threads.
 */
final class Repeats {
  private static final int MOST = 10_000;
  private static final long KEPT = Duration.ofSeconds(30).toNanos();

  private final LongSupplier nanos;
  private final Map<Asked, Asked> answered = new LinkedHashMap<>();

  /** A datagram from there, and what it was answered; one object, as there are so many. */
  static final class Asked {
    private final SocketAddress from;
    private final Packet packet;
    private byte[] answer = {};
    private long at;

    Asked(SocketAddress from, Packet packet) {
      this.from = from;
      this.packet = packet;
    }

    @Override
    public int hashCode() {
      return from.hashCode() ^ packet.spread();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Asked asked && packet.same(asked.packet) && from.equals(asked.from);
    }
  }

  /** By that monotonic clock. */
  Repeats(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** What was answered to that before; who was answered longest ago is forgotten. */
  synchronized Optional<byte[]> answer(Asked asked) {
    long now = nanos.getAsLong();
    var oldest = answered.values().iterator();
    while (oldest.hasNext() && spent(oldest.next(), now)) {
      oldest.remove();
    }
    var known = answered.get(asked);
    return known == null ? Optional.empty() : Optional.of(known.answer);
  }

  private boolean spent(Asked oldest, long now) {
    return answered.size() > MOST || now - oldest.at >= KEPT;
  }

  /** That was answered so. */
  synchronized void keep(Asked asked, byte[] answer) {
    asked.answer = answer;
    asked.at = nanos.getAsLong();
    answered.put(asked, asked);
  }
}
