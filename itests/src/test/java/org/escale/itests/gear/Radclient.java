package org.escale.itests.gear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The client program of FreeRADIUS (Debian's freeradius-utils), which checks each answer. */
record Radclient(String kind, int port, String secret) {
  /** What it printed. */
  record Said(String text) {
    boolean accepted() {
      return text.contains("Received Access-Accept");
    }

    boolean rejected() {
      return text.contains("Received Access-Reject");
    }

    boolean acknowledged() {
      return text.contains("Received Accounting-Response");
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

  /** Sends a packet of those attributes, three times at most, and waits 5 s for each answer. */
  Said send(String... attributes) {
    try {
      var program =
          new ProcessBuilder(
                  "radclient", "-x", "-r", "3", "-t", "5", "127.0.0.1:" + port, kind, secret)
              .redirectErrorStream(true)
              .start();
      try (var in = program.getOutputStream()) {
        in.write((String.join("\n", attributes) + "\n").getBytes(UTF_8));
      }
      var text = new String(program.getInputStream().readAllBytes(), UTF_8);
      program.waitFor();
      return new Said(text);
    } catch (IOException missing) {
      throw new UncheckedIOException("install freeradius-utils", missing);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
