package org.escale.security;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** Where the instance keeps its files. */
final class DataFolder {
  private DataFolder() {}

  /**
   * The folder that the launcher names.
   *
   * @throws IllegalStateException without {@code escale.data}: secrets are never written elsewhere
   */
  static Path of(BundleContext context) {
    var folder = context.getProperty("escale.data");
    if (folder == null || folder.isBlank()) {
      throw new IllegalStateException("the property escale.data names no data folder");
    }
    return Path.of(folder);
  }
}
