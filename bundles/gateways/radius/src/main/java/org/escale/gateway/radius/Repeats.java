package org.escale.gateway.radius;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Answers to the latest requests: the very same datagram from the same place gets the very same
 * answer, without a second effect (RFC 5080, 2.2.2). Safe for many threads.
 */
final class Repeats {
  private static final int MOST = 10_000;
  private static final int AUTHENTICATOR = 4;
  private static final long KEPT = Duration.ofSeconds(30).toNanos();

  private final LongSupplier nanos;
  private final Map<Asked, Answered> answers = new LinkedHashMap<>();

  /** Authenticators are chance, or a digest: four octets of them spread enough. */
  private record Asked(SocketAddress from, ByteBuffer datagram) {
    static Asked of(SocketAddress from, byte[] datagram) {
      return new Asked(from, ByteBuffer.wrap(datagram));
    }

    @Override
    public int hashCode() {
      return from.hashCode() ^ datagram.getInt(AUTHENTICATOR);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Asked asked
          && from.equals(asked.from)
          && datagram.equals(asked.datagram);
    }
  }

  private record Answered(ByteBuffer answer, long at) {}

  /** By that monotonic clock. */
  Repeats(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** What was answered to that before. */
  synchronized Optional<byte[]> answer(SocketAddress from, byte[] datagram) {
    long now = nanos.getAsLong();
    var oldest = answers.values().iterator();
    while (oldest.hasNext()) {
      var next = oldest.next();
      if (answers.size() <= MOST && now - next.at() < KEPT) {
        break;
      }
      oldest.remove();
    }
    return Optional.ofNullable(answers.get(Asked.of(from, datagram)))
        .map(known -> known.answer().array());
  }

  /** That was answered so. */
  synchronized void keep(SocketAddress from, byte[] datagram, byte[] answer) {
    var now = nanos.getAsLong();
    answers.put(Asked.of(from, datagram), new Answered(ByteBuffer.wrap(answer), now));
  }
}
