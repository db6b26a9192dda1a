package org.escale.gateway.radius;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
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
  private final Map<Asked, Answered> answers = new LinkedHashMap<>();

  private record Asked(SocketAddress from, Packet packet) {
    @Override
    public int hashCode() {
      return from.hashCode() ^ packet.spread();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Asked asked && packet.same(asked.packet) && from.equals(asked.from);
    }
  }

  private record Answered(ByteBuffer answer, long at) {}

  /** By that monotonic clock. */
  Repeats(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** What was answered to that before. */
  synchronized Optional<byte[]> answer(SocketAddress from, Packet packet) {
    long now = nanos.getAsLong();
    var oldest = answers.values().iterator();
    while (oldest.hasNext()) {
      var next = oldest.next();
      if (answers.size() <= MOST && now - next.at() < KEPT) {
        break;
      }
      oldest.remove();
    }
    return Optional.ofNullable(answers.get(new Asked(from, packet)))
        .map(known -> known.answer().array());
  }

  /** That was answered so. */
  synchronized void keep(SocketAddress from, Packet packet, byte[] answer) {
    var now = nanos.getAsLong();
    answers.put(new Asked(from, packet), new Answered(ByteBuffer.wrap(answer), now));
  }
}
