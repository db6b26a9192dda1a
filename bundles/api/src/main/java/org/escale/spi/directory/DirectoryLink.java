package org.escale.spi.directory;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** One directory; safe for many threads. See the rules at {@link DirectoryAdapter}. */
@ConsumerType
public interface DirectoryLink extends AutoCloseable {
  /**
   * All who are there now.
   *
   * @throws DirectoryException if it cannot be asked, or its answer not be read
   */
  Reading all() throws DirectoryException;

  /**
   * What changed since that cursor; empty where that cannot be said.
   *
   * @throws DirectoryException if it cannot be asked, or its answer not be read
   */
  Optional<Reading> changes(Cursor since) throws DirectoryException;

  @Override
  void close();
}
