package org.escale.tck.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A process that neither answers nor hangs up, until it goes on. Any thread. */
public final class Frozen {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MOMENT = Duration.ofMillis(2);

  private Frozen() {}

  /** Stops that process, and waits until each of its threads stands: at most 30 s. */
  public static void freeze(long pid) {
    signal("-STOP", pid);
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!stands(pid)) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException(pid + " does not stand still");
      }
      LockSupport.parkNanos(MOMENT.toNanos());
    }
  }

  /** Lets it go on. */
  public static void thaw(long pid) {
    signal("-CONT", pid);
  }

  private static boolean stands(long pid) {
    try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (var thread : threads.toList()) {
        if (!Files.readString(thread.resolve("stat")).contains(") T ")) {
          return false;
        }
      }
      return true;
    } catch (NoSuchFileException threadEnded) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void signal(String name, long pid) {
    try {
      new ProcessBuilder("kill", name, Long.toString(pid)).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
