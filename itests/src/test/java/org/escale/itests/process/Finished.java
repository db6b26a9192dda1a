package org.escale.itests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a process that has ended said, both streams together, and its exit code. */
public record Finished(int code, String output) {

  private static final long MINUTES = 5;

  /** Runs to the end, at most five minutes. */
  public static Finished of(ProcessBuilder builder) {
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("did not end: " + builder.command() + "\n" + output);
      }
      return new Finished(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Sends a signal to any process, for example {@code STOP}. */
  public static void signal(long pid, String name) {
    Finished sent = of(new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, pid)));
    if (sent.code() != 0) {
      throw new AssertionError(sent.output());
    }
  }
}
