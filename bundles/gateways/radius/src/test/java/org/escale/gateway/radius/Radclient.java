package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The client program of FreeRADIUS, which checks each answer by itself. */
record Radclient(String server, String kind, String secret) {
  /** What it printed, and whether it was satisfied. */
  record Said(int status, String text) {
    boolean accepted() {
      return text.contains("Received Access-Accept");
    }

    boolean rejected() {
      return text.contains("Received Access-Reject");
    }

    boolean silent() {
      return text.contains("No reply from server");
    }

    /** The value of an attribute of the answer. */
    Optional<String> value(String name) {
      var answer = text.substring(Math.max(0, text.indexOf("Received")));
      var line =
          Pattern.compile("^\\s+" + name + "(?::\\d+)? = \"?([^\"\\n]*)\"?$", Pattern.MULTILINE);
      var found = line.matcher(answer);
      return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
  }

  /** Sends a packet of those attributes, once, and waits 4 s. */
  Said send(String... attributes) {
    try {
      var program =
          new ProcessBuilder("radclient", "-x", "-r", "1", "-t", "4", server, kind, secret)
              .redirectErrorStream(true)
              .start();
      try (var in = program.getOutputStream()) {
        in.write((String.join("\n", List.of(attributes)) + "\n").getBytes(UTF_8));
      }
      var text = new String(program.getInputStream().readAllBytes(), UTF_8);
      assertTrue("radclient ends", program.waitFor(10, TimeUnit.SECONDS));
      return new Said(program.exitValue(), text);
    } catch (IOException missing) {
      throw new UncheckedIOException("install freeradius-utils", missing);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
