package org.escale.centre.caldav;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.escale.tck.machine.Ports;

/** A real server in a folder of its own, until the tests end. */
final class Server {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Path folder;
  private final InetSocketAddress address;
  private final Process process;

  private Server(Program program) throws IOException {
    folder = Files.createTempDirectory("escale-" + program.debian());
    address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    process =
        new ProcessBuilder(program.script(), folder.toString(), String.valueOf(address.getPort()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    awaitPort(program);
  }

  static Server start(Program program) {
    if (!Files.isReadable(Path.of(program.needs()))) {
      throw new IllegalStateException(
          "install the Debian package " + program.debian() + "; ./test does it");
    }
    try {
      return new Server(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InetSocketAddress address() {
    return address;
  }

  Path folder() {
    return folder;
  }

  private void awaitPort(Program program) throws IOException {
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
    throw new IOException(
        program + " did not start: " + Files.readString(folder.resolve("server.log")));
  }

  private void stop() {
    var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      for (var one : all) {
        ended(one);
      }
      delete();
    } catch (InterruptedException | ExecutionException | IOException left) {
      System.err.println("left behind: " + folder);
    }
  }

  private static void ended(ProcessHandle one) throws InterruptedException, ExecutionException {
    try {
      one.onExit().get(5, TimeUnit.SECONDS);
    } catch (TimeoutException stays) {
      one.destroyForcibly();
    }
  }

  private void delete() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
