package org.escale.gateway.radius;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.access.GrantId;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;

/**
 * What an accounting request says.
 *
 * @param session what the gear calls the session; empty for news of the gear itself
 * @param at when it happened, by the gear's clock
 * @param said Event-Timestamp as it came; the epoch if there was none
 * @param shown the grant that its Class proves
 * @param device twelve digits, or those of a device without a name
 */
record Reading(
    Kind kind,
    String session,
    Instant at,
    Instant said,
    Optional<GrantId> shown,
    String user,
    String calling,
    String device,
    Octets octets) {
  private static final Duration LONGEST_DELAY = Duration.ofDays(7);

  /** What is told. */
  enum Kind {
    START,
    STOP,
    ALIVE,
    /** The gear itself begins or ends: whoever was there is not any more. */
    REBOOT,
    /** Nothing that concerns us. */
    OTHER
  }

  /** What a request says; empty if it lacks what it must have. */
  static Optional<Reading> of(Packet packet, Here here) {
    var status = packet.number(Type.ACCT_STATUS_TYPE);
    var kind = status.map(Reading::kind).orElse(Kind.OTHER);
    var session = packet.text(Type.ACCT_SESSION_ID).orElse("");
    boolean named = kind == Kind.REBOOT || kind == Kind.OTHER || !session.isEmpty();
    if (status.isEmpty() || !named) {
      return Optional.empty();
    }
    var said = packet.number(Type.EVENT_TIMESTAMP).map(Instant::ofEpochSecond);
    var delay = Duration.ofSeconds(packet.number(Type.ACCT_DELAY_TIME).orElse(0L));
    var late = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    var calling = packet.text(Type.CALLING_STATION_ID).orElse("");
    return Optional.of(
        new Reading(
            kind,
            session,
            said.orElseGet(here::now).minus(late),
            said.orElse(Instant.EPOCH),
            packet.first(Type.CLASS).flatMap(here.handles()::grant),
            packet.text(Type.USER_NAME).orElse(""),
            calling,
            HardwareAddress.of(calling).orElse(HardwareAddress.UNNAMED),
            octets(packet, here.profile().reversed())));
  }

  /** Whether the same was told before: a copy of it may say another delay, or another stamp. */
  boolean repeats(Reading other) {
    return kind == other.kind && (at.equals(other.at) || (stamped() && said.equals(other.said)));
  }

  private boolean stamped() {
    return !said.equals(Instant.EPOCH);
  }

  private static Kind kind(long status) {
    return switch ((int) Math.min(status, Byte.MAX_VALUE)) {
      case 1 -> Kind.START;
      case 2 -> Kind.STOP;
      case 3 -> Kind.ALIVE;
      case 7, 8 -> Kind.REBOOT;
      default -> Kind.OTHER;
    };
  }

  private static Octets octets(Packet packet, boolean reversed) {
    long in = octets(packet, Type.ACCT_INPUT_OCTETS, Type.ACCT_INPUT_GIGAWORDS);
    long out = octets(packet, Type.ACCT_OUTPUT_OCTETS, Type.ACCT_OUTPUT_GIGAWORDS);
    return reversed ? new Octets(out, in) : new Octets(in, out);
  }

  private static long octets(Packet packet, int low, int high) {
    var words = ByteBuffer.allocate(Long.BYTES);
    words.putInt(packet.number(high).orElse(0L).intValue());
    words.putInt(packet.number(low).orElse(0L).intValue());
    return Math.max(0, words.getLong(0));
  }

  /** Without who and where. */
  @Override
  public String toString() {
    return kind + " at " + at;
  }
}
