package org.escale.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The files that the bundle ships, as they lie in the sources. */
final class StaticFiles {
  static final Path FOLDER = Path.of("src", "main", "resources", "static");

  private StaticFiles() {}

  static Map<String, byte[]> all() throws IOException {
    try (var paths = Files.walk(FOLDER)) {
      return paths
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  p -> FOLDER.relativize(p).toString().replace('\\', '/'), StaticFiles::read));
    }
  }

  static Assets assets() throws IOException {
    return new Assets(
        all().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Asset.of(e.getKey(), e.getValue()))));
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
