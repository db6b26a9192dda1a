package org.escale.bench.storm;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is killed with all its children, as a power cut would, and started again. */
final class Killed implements AutoCloseable {
  private final List<String> command;
  private final File log;
  private Process process;
  private int kills;

  Killed(File log, List<String> command) throws IOException {
    this.command = command;
    this.log = log;
    start();
  }

  synchronized void start() throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
  }

  synchronized void kill() throws InterruptedException {
    kills++;
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    for (var one : all) {
      one.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  synchronized int kills() {
    return kills;
  }

  @Override
  public synchronized void close() throws InterruptedException {
    kill();
  }
}
