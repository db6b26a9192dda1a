package org.escale.bench.radius;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Somebody who answers. */
interface Contestant extends AutoCloseable {
  /** Who it is. */
  String name();

  /** Where it is asked who may come in. */
  InetSocketAddress access();

  /** CPU time of all its processes. */
  Duration cpu();

  @Override
  void close() throws IOException;
}
