package org.escale.tck.machine;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

public class FrozenTest {

  @Test
  public void itStandsAtOnceAndGoesOnAfterwards() throws IOException, InterruptedException {
    var process = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    try {
      for (int times = 0; times < 20; times++) {
        Frozen.freeze(process.pid());
        var ticks = ticks(process);
        assertEquals("it stands", "T", state(process));
        Thread.sleep(5);
        assertEquals("it does nothing meanwhile", ticks, ticks(process));
        Frozen.thaw(process.pid());
      }
      var ticks = ticks(process);
      while (ticks.equals(ticks(process))) {
        Thread.sleep(5);
      }
    } finally {
      process.destroyForcibly();
    }
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
