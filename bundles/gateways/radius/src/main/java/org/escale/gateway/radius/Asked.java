package org.escale.gateway.radius;

import java.time.Duration;
import java.util.Optional;
import org.escale.gateway.radius.wire.Packet;

/**
 * A request to the gear on its way: the very same packet again after 1, 2, 4 and 8 s.
 *
 * @param session what it is to cut; empty for the question whether the gear is there
 * @param most how often it is sent at all
 * @param sent how often it was
 * @param next when there is something to do, monotonic nanoseconds
 * @param acked when the gear said yes, which proves nothing
 */
record Asked(String session, Packet packet, int most, int sent, long next, Optional<Long> acked) {
  private static final int DOUBLED = 3;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  static Asked now(String session, Packet packet, int most, long now) {
    return new Asked(session, packet, most, 0, now, Optional.empty());
  }

  int id() {
    return packet.id();
  }

  /** Sent once more at that instant. */
  Asked sent(long now) {
    var pause = SECOND << Math.min(sent, DOUBLED);
    return new Asked(session, packet, most, sent + 1, now + pause, acked);
  }

  /** The gear said yes: now it is watched until then. */
  Asked watched(long now, long until) {
    return new Asked(session, packet, most, sent, until, Optional.of(now));
  }

  /** The same, but only then. */
  Asked at(long then) {
    return new Asked(session, packet, most, sent, then, acked);
  }

  /** Whether it was sent as often as it is sent at all. */
  boolean spent() {
    return sent >= most;
  }

  /** Without who and where. */
  @Override
  public String toString() {
    return "request " + id();
  }
}
