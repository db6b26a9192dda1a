package org.escale.tck.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The client program of FreeRADIUS (Debian's freeradius-utils), which checks each answer by itself.
 * Any thread.
 *
 * @param server its address and port
 * @param kind {@code auth}, {@code acct} or {@code status}
 */
public record Radclient(String server, String kind, String secret) {
  private static final int ONCE_SECONDS = 4;
  private static final int TRIES = 3;

  /** What asks to come in at that port of this machine. */
  public static Radclient asking(int port, String secret) {
    return new Radclient("127.0.0.1:" + port, "auth", secret);
  }

  /** What tells of sessions at that port of this machine. */
  public static Radclient telling(int port, String secret) {
    return new Radclient("127.0.0.1:" + port, "acct", secret);
  }

  /** What it printed, and whether it was satisfied. */
  public record Said(int status, String text) {
    public boolean accepted() {
      return text.contains("Received Access-Accept");
    }

    public boolean rejected() {
      return text.contains("Received Access-Reject");
    }

    public boolean acknowledged() {
      return text.contains("Received Accounting-Response");
    }

    public boolean silent() {
      return text.contains("No reply from server");
    }

    /** Whether the answer has those words. */
    public boolean has(String words) {
      return answer().contains(words);
    }

    /** The value of an attribute of the answer. */
    public Optional<String> value(String name) {
      var line =
          Pattern.compile("^\\s+" + name + "(?::\\d+)? = \"?([^\"\\n]*)\"?$", Pattern.MULTILINE);
      var found = line.matcher(answer());
      return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private String answer() {
      return text.substring(Math.max(0, text.indexOf("Received")));
    }
  }

  /** Sends a packet of those attributes, once, and waits 4 s. */
  public Said send(String... attributes) {
    return run(1, ONCE_SECONDS, attributes);
  }

  /** Sends it three times at most, and waits so long for each answer. */
  public Said insist(int seconds, String... attributes) {
    return run(TRIES, seconds, attributes);
  }

  private Said run(int tries, int seconds, String... attributes) {
    try {
      var program =
          new ProcessBuilder(
                  "radclient", "-x", "-r", "" + tries, "-t", "" + seconds, server, kind, secret)
              .redirectErrorStream(true)
              .start();
      try (var in = program.getOutputStream()) {
        in.write((String.join("\n", attributes) + "\n").getBytes(UTF_8));
      }
      var text = new String(program.getInputStream().readAllBytes(), UTF_8);
      if (!program.waitFor(10, TimeUnit.SECONDS)) {
        throw new AssertionError("radclient does not end");
      }
      return new Said(program.exitValue(), text);
    } catch (IOException missing) {
      throw new UncheckedIOException("install freeradius-utils", missing);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
