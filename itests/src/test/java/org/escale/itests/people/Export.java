package org.escale.itests.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A platform that exports its tables into a folder which may be out of reach. */
final class Export {
  private final Path folder;

  Export(Path parent) throws IOException {
    folder = parent.resolve("export");
    Files.createDirectories(folder.resolve("in"));
    Files.createDirectories(folder.resolve("out"));
  }

  /** What our adapter is told. */
  Map<String, String> settings() {
    var place = folder.toUri().toString();
    return Map.of("folder", place.endsWith("/") ? place : place + "/", "companies", "false");
  }

  /** Written beside it, then there at one moment. */
  void people(String... rows) throws IOException {
    var part = folder.resolve("in/people.part");
    Files.writeString(part, "id;name;email;active\n" + String.join("\n", rows) + "\n");
    Files.move(part, folder.resolve("in/people.csv"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The share is not mounted; or is again. */
  void away(boolean now) throws IOException {
    var other = folder.resolveSibling("unmounted");
    Files.move(now ? folder : other, now ? other : folder);
  }
}
