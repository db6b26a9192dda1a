package org.escale.tck.machine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;

public class FrozenTest {

  @Test
  public void itStandsAtOnceAndGoesOnAfterwards() throws IOException {
    var process = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    try {
      for (int times = 0; times < 20; times++) {
        Frozen.freeze(process.pid());
        var ticks = ticks(process);
        assertEquals("it stands", "T", state(process));
        moment();
        assertEquals("it does nothing meanwhile", ticks, ticks(process));
        Frozen.thaw(process.pid());
      }
      var ticks = ticks(process);
      long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (ticks.equals(ticks(process))) {
        assertTrue("it goes on within 30 s", System.nanoTime() < limit);
        moment();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static void moment() {
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos()); // two ticks
  }

  private static String state(Process process) throws IOException {
    return stat(process)[0];
  }

  private static String ticks(Process process) throws IOException {
    return stat(process)[11];
  }

  private static String[] stat(Process process) throws IOException {
    var path = Path.of("/proc", Long.toString(process.pid()), "stat");
    var text = Files.readString(path, StandardCharsets.UTF_8);
    return text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
  }
}
