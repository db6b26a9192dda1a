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

  /** Where it is told who came and went. */
  default InetSocketAddress accounting() {
    throw new UnsupportedOperationException(name() + " is told nothing");
  }

  /** How many sessions stand in its own store. */
  record Counted(long begun, long ended) {}

  /** What it has of all it was told. */
  default Counted counted() throws IOException {
    throw new UnsupportedOperationException(name() + " counts nothing");
  }

  /** CPU time of all its processes. */
  Duration cpu();

  @Override
  void close() throws IOException;
}
