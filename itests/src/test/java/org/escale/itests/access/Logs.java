package org.escale.itests.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The logs in that data folder. */
record Logs(Path data) {

  private static final String GEAR = "gateways";

  /**
   * What they name that is somebody's own: names, mail, keys, ids of things. Gear is the
   * operator's, who reads them to find out what is wrong with it.
   */
  List<String> naming(List<Canary> canaries) {
    var found = new ArrayList<String>();
    try (var files = Files.walk(data.resolve("log"))) {
      for (var log : files.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(log, StandardCharsets.ISO_8859_1);
        canaries.stream()
            .filter(canary -> canary.hidden() && !canary.family().equals(GEAR))
            .filter(canary -> text.contains(canary.text()))
            .forEach(canary -> found.add(log.getFileName() + " names " + canary));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
