package org.escale.shell.ask;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/**
 * The asking side, a program of its own: {@code Ask SOCKET COMMAND} runs one console command in the
 * running instance and ends with its exit code. 69 says that no instance listens at the socket.
 */
public final class Ask {

  private static final int NOBODY_THERE = 69;

  private Ask() {}

  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("Usage: Ask SOCKET COMMAND");
      System.exit(2);
    }
    System.exit(ask(args[0], args[1]));
  }

  private static int ask(String socket, String line) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      var out = new DataOutputStream(Channels.newOutputStream(channel));
      Frames.write(out, Frames.LINE, line);
      return relay(new DataInputStream(Channels.newInputStream(channel)));
    } catch (IOException e) {
      System.err.println("escale: the instance does not answer (" + e.getMessage() + ")");
      return NOBODY_THERE;
    }
  }

  private static int relay(DataInputStream in) throws IOException {
    while (true) {
      Frames.Frame frame = Frames.read(in);
      switch (frame.kind()) {
        case Frames.OUT -> System.out.writeBytes(frame.bytes());
        case Frames.ERR -> System.err.writeBytes(frame.bytes());
        case Frames.CODE -> {
          System.out.flush();
          return Integer.parseInt(frame.text());
        }
        default -> throw new IOException("a frame of an unknown kind");
      }
    }
  }
}
