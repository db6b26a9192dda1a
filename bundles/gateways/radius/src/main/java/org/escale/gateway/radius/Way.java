package org.escale.gateway.radius;

import java.util.Optional;

/** The way on which the gear is asked something, and answers; for one thread, closed by any. */
interface Way extends AutoCloseable {
  /** Sends it, if there is a way just now; what is lost is sent again by who asked. */
  void send(byte[] packet);

  /** What the gear sent, perhaps after 50 ms; empty if it sent nothing. */
  Optional<byte[]> receive();

  /** Whether the gear has come since this was last asked. */
  boolean fresh();

  @Override
  void close();
}
