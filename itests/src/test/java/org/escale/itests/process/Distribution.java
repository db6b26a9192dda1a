package org.escale.itests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The archive that operators get, unpacked once for all tests. */
public final class Distribution {

  private static final Path HOME = unpacked();

  private Distribution() {}

  /** The unpacked distribution; nothing may write into it. */
  public static Path home() {
    return HOME;
  }

  /** The root of the source tree. */
  public static Path root() {
    return Path.of(System.getProperty("escale.root")).toAbsolutePath().normalize();
  }

  private static Path unpacked() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "process").toAbsolutePath());
      Path home = Files.createTempDirectory(parent, "home");
      String archive = System.getProperty("escale.distribution");
      Finished tar =
          Finished.of(
              new ProcessBuilder(
                  "tar", "xzf", archive, "-C", home.toString(), "--strip-components=1"));
      if (tar.code() != 0) {
        throw new IllegalStateException("cannot unpack " + archive + ": " + tar.output());
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
