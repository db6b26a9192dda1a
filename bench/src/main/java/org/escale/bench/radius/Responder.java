package org.escale.bench.radius;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The least that answers, in C: what the machine and its sockets allow. */
final class Responder implements Contestant {
  private final Path folder = Files.createTempDirectory("escale-bench-responder");
  private final Process process;
  private final InetSocketAddress access;

  /** That program, compiled before. */
  Responder(Path program, Members members) throws IOException {
    access = new InetSocketAddress(InetAddress.getLoopbackAddress(), Escale.freePort());
    var secret = Question.SHARED;
    process =
        new ProcessBuilder(
                program.toString(),
                Integer.toString(access.getPort()),
                secret,
                Integer.toString(members.count()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = new PrintWriter(process.outputWriter())) {
      for (int n = 0; n < members.count(); n++) {
        lines.println(members.name(n) + " " + members.key(n) + " " + members.segment(n));
      }
    }
    if (!"ready".equals(process.inputReader().readLine())) {
      close();
      throw new IOException("the responder did not start");
    }
  }

  @Override
  public String name() {
    return "C responder";
  }

  @Override
  public InetSocketAddress access() {
    return access;
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
