package org.escale.centre.icalendar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.escale.tck.machine.Ports;

/** Python's file server on a folder of its own. */
final class FileServer implements AutoCloseable {
  private static final String PYTHON = "/usr/bin/python3";
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final Path folder;
  private final InetSocketAddress address;
  private final Process process;

  FileServer() throws IOException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      throw new IllegalStateException("install the Debian package python3: ./test does");
    }
    folder = Files.createTempDirectory("escale-calendars");
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    var port = String.valueOf(address.getPort());
    process =
        new ProcessBuilder(PYTHON, "-m", "http.server", "--bind", "127.0.0.1", port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitPort();
  }

  Path folder() {
    return folder;
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void awaitPort() {
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      try (var knock = new Socket(address.getAddress(), address.getPort())) {
        if (knock.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(20_000_000);
      }
    }
    throw new IllegalStateException("the file server did not start");
  }
}
