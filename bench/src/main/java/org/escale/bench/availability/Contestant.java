package org.escale.bench.availability;

import java.util.List;

/** Somebody who answers. */
interface Contestant extends AutoCloseable {
  /** The names of the desks, nearest first, then by name. */
  List<String> ask(Question question) throws Exception;

  @Override
  void close() throws Exception;
}
