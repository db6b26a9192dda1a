package org.escale.bench.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What processes cost, and how they end. */
final class Processes {
  private static final int PATIENCE = 10;
  private static final int FIRST = 11; // field 14, behind the name in brackets
  private static final int TIMES = 4;
  private static final int TICK = 10; // milliseconds: sysconf(_SC_CLK_TCK) is 100

  private Processes() {}

  /** CPU time of that process and of those it started, also of those that have ended since. */
  static Duration cpu(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(Processes::ticks)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Own time and that of children that were waited for: proc(5), fields 14 to 17. */
  private static Duration ticks(ProcessHandle process) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Arrays.stream(fields, FIRST, FIRST + TIMES)
          .map(Long::parseLong)
          .map(ticks -> Duration.ofMillis(ticks * TICK))
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException ended) {
      return Duration.ZERO; // whoever started it has its time now
    }
  }

  /** Ends it, and takes its folder away. */
  static void end(Process process, Path folder) throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
