package org.escale.core.eventlog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.escale.spi.store.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events that a fault of ours will not have: they hold up nobody else's, and are kept in a file of
 * the same kind. Whether there are any may be read by any thread.
 */
final class Aside implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

  private final Path path;
  private final Vault vault;
  private volatile Optional<Segment> file;

  /** In that file, made when it is needed. */
  Aside(Path path, Vault vault) throws IOException {
    this.path = path;
    this.vault = vault;
    this.file = Files.exists(path) ? Optional.of(Segment.found(path)) : Optional.empty();
  }

  void keep(Noted one) throws IOException {
    if (file.isEmpty()) {
      file = Optional.of(Segment.fresh(path));
    }
    file.get().append(List.of(Noted.sealed(one.centre(), List.of(one.event()), vault)));
    LOG.error(
        "event {} of gateway {} is set aside in {}",
        one.event().sequence(),
        one.event().gateway(),
        path.getFileName());
  }

  /** That there are some; empty if there are none. */
  String text() {
    return file.map(some -> "; " + some.waiting() + " octets are set aside").orElse("");
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
