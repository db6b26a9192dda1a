package org.escale.bench.radius;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Somebody who answers, and is told who came and went. */
interface Told extends Contestant {
  /** Where it is told. */
  InetSocketAddress accounting();

  /** How many sessions stand in its own store. */
  record Counted(long begun, long ended) {}

  /** What it has of all it was told. */
  Counted counted() throws IOException;
}
