package org.escale.shell.ask;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at a socket file and runs each command line that comes in, four at a time at most. The
 * file's folder decides who may ask: it must be open to the instance's own user only.
 */
final class CommandDoor implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(CommandDoor.class);
  private static final int AT_ONCE = 4;

  private final Path file;
  private final CommandLine commands;
  private final ServerSocketChannel server;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, CommandDoor::named);

  CommandDoor(Path file, CommandLine commands) throws IOException {
    this.file = file;
    this.commands = commands;
    Files.deleteIfExists(file);
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(file));
    named(this::listen).start();
  }

  /** Where it listens. */
  Path file() {
    return file;
  }

  private void listen() {
    while (server.isOpen()) {
      try {
        SocketChannel caller = server.accept();
        threads.execute(() -> serve(caller));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.warn("A caller of the command socket was lost: {}", e.getMessage());
      }
    }
  }

  private void serve(SocketChannel caller) {
    try (caller) {
      var in = new DataInputStream(Channels.newInputStream(caller));
      var out = new DataOutputStream(Channels.newOutputStream(caller));
      int code = commands.run(Frames.read(in).text(), out);
      Frames.write(out, Frames.CODE, Integer.toString(code));
    } catch (IOException e) {
      LOG.warn("A caller of the command socket went away: {}", e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
    Files.deleteIfExists(file);
  }

  private static Thread named(Runnable work) {
    Thread thread = new Thread(work, "escale-command");
    thread.setDaemon(true);
    return thread;
  }
}
