package org.escale.gateway.radius;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.escale.gateway.radius.wire.Packet;

/** Where the packets of one piece of gear are answered. */
interface Desk {
  /** The address from which the gear asks. */
  InetAddress nas();

  /** Its NAS-Identifier, where several ask from one address. */
  Optional<String> identifier();

  /** Answers; or never, where no answer is deserved. */
  void take(Packet request, Consumer<byte[]> answers);

  /** A datagram from its address that is no packet. */
  void malformed();

  /** Whether the same gear as that one. */
  default boolean meets(Desk other) {
    return nas().equals(other.nas())
        && (identifier().isEmpty() || identifier().equals(other.identifier()));
  }
}
