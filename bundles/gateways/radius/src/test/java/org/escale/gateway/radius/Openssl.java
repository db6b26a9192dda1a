package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes keys and certificates of elliptic curves, which takes no time. */
record Openssl(Path folder) {
  private static final String KEY = " -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";

  /** A certificate that nobody but itself signed, for ten days: NAME.pem and NAME.key. */
  void own(String name, String host) throws IOException {
    run(
        "req -x509 -days 10 -keyout %1$s.key -out %1$s.pem -subj /CN=%2$s".formatted(name, host)
            + KEY
            + " -addext subjectAltName=DNS:"
            + host);
  }

  /** Runs it by those words; what it said. */
  String run(String words) throws IOException {
    var command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words.split(" ", -1)));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      assertEquals(said, 0, process.waitFor());
      return said;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
