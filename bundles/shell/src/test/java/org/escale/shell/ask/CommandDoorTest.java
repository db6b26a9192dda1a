package org.escale.shell.ask;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CommandDoorTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aCommandIsAnsweredWithItsOutputAndItsExitCode() throws IOException {
    Path file = folder.getRoot().toPath().resolve("s");
    try (var door = new CommandDoor(file, CommandDoorTest::echo)) {
      assertEquals("Hôtel de ville\n7", ask(door.file(), "Hôtel de ville"));
      assertEquals("again\n7", ask(door.file(), "again"));
    }
    assertFalse("the socket file goes with the door", Files.exists(file));
  }

  @Test
  public void aSocketFileLeftByAKilledInstanceIsReplaced() throws IOException {
    Path file = Files.createFile(folder.getRoot().toPath().resolve("s"));
    try (var door = new CommandDoor(file, CommandDoorTest::echo)) {
      assertEquals("here\n7", ask(door.file(), "here"));
    }
  }

  private static int echo(String line, DataOutputStream frames) {
    try (var out =
        new PrintStream(Frames.stream(frames, Frames.OUT), true, StandardCharsets.UTF_8)) {
      out.println(line);
    }
    return 7;
  }

  private static String ask(Path file, String line) throws IOException {
    var all = new ByteArrayOutputStream();
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      Frames.write(new DataOutputStream(Channels.newOutputStream(channel)), Frames.LINE, line);
      var in = new DataInputStream(Channels.newInputStream(channel));
      Frames.Frame frame = Frames.read(in);
      while (frame.kind() != Frames.CODE) {
        all.writeBytes(frame.bytes());
        frame = Frames.read(in);
      }
      all.writeBytes(frame.bytes());
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
