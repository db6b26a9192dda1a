package org.escale.bench.radius;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Our gateway in a process of its own. */
final class Escale implements Told {
  private final Path folder;
  private final Process process;
  private final InetSocketAddress access;
  private final InetSocketAddress accounting;
  private final BufferedReader said;

  /** Ready to answer. */
  Escale(Members members) throws IOException {
    folder = Files.createTempDirectory("escale-bench-radius");
    access = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
    accounting = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(System.getProperty("bench.server", "-Xmx1500m").split(" ", -1)));
    command.addAll(
        List.of(
            Hub.class.getName(),
            Integer.toString(members.count()),
            Integer.toString(access.getPort()),
            Integer.toString(accounting.getPort()),
            folder.resolve("gateway-events").toString()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    said = process.inputReader();
    for (var line = said.readLine(); !"ready".equals(line); line = said.readLine()) {
      if (line == null) {
        close();
        throw new IOException("our gateway did not start");
      }
    }
  }

  static int freePort() throws IOException {
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public String name() {
    return "Escale";
  }

  @Override
  public InetSocketAddress access() {
    return access;
  }

  @Override
  public InetSocketAddress accounting() {
    return accounting;
  }

  /** Once all that was acknowledged has been read from its log again. */
  @Override
  public Counted counted() throws IOException {
    var asking = process.outputWriter();
    asking.write("count\n");
    asking.flush();
    var words = said.readLine().split(" ", -1);
    return new Counted(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  @Override
  public Duration cpu() {
    return Processes.cpu(process.toHandle());
  }

  @Override
  public void close() throws IOException {
    Processes.end(process, folder);
  }
}
