package org.escale.itests.distribution;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Finished;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Each reason not to start has one clear line and its own exit code, and changes nothing. */
public class LauncherRefusalIT {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void helpTellsEveryOption() {
    Finished help = EscaleProcess.run("--help");

    assertEquals(0, help.code());
    for (String option :
        List.of(
            "--data",
            "--port",
            "--empty",
            "--sandbox",
            "--postgres",
            "--console",
            "--exec",
            "--ssh")) {
      assertTrue(option, help.output().contains(option + " "));
    }
  }

  @Test
  public void aWrongOptionIsRefused() {
    assertRefused(2, "unknown option --prot", data(), "--prot", "1");
    assertRefused(2, "--port needs a number", data(), "--port", "80x");
    assertRefused(2, "--port needs a number", data(), "--port", "65536");
    assertRefused(2, "--port needs a value", data(), "--port");
    assertRefused(2, "exclude each other", data(), "--empty", "--sandbox");
    assertRefused(2, "--postgres needs", data(), "--postgres", "mysql://127.0.0.1/escale");
    assertRefused(2, "by key only", data(), "--ssh");
  }

  @Test
  public void aKeyThatWouldNeverLetInIsRefused() throws IOException {
    var config = Files.createDirectories(Path.of(data(), "config"));
    Files.writeString(config.resolve("authorized_keys"), "ssh-ed25519 AAAAC3 marie@desk\n");
    assertRefused(2, "RSA and ECDSA keys only", data(), "--ssh");
  }

  @Test
  public void aTakenPortIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefused(3, "port " + port + " is taken", data(), "--port", port);
    }
  }

  @Test
  public void anotherJavaThan17IsRefused() throws IOException {
    Path java = folder.newFolder("jdk").toPath();
    Path bin = Files.createDirectories(java.resolve("bin")).resolve("java");
    Files.writeString(bin, "#!/bin/sh\n");
    assertTrue(bin.toFile().setExecutable(true));
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
    ProcessBuilder launch = EscaleProcess.command(List.of("--data", data()));

    launch.environment().put("JAVA_HOME", java.toString());
    assertOneLine(5, "Java 17 is needed", Finished.of(launch));
    launch.environment().put("JAVA_HOME", java.resolve("gone").toString());
    assertOneLine(5, "Java 17 is needed and none was found", Finished.of(launch));
  }

  @Test
  public void aFullDiskIsRefused() throws IOException {
    Path bin = folder.newFolder("bin").toPath();
    Path df = bin.resolve("df");
    Files.writeString(df, "#!/bin/sh\nprintf 'Disk blocks used free\\nx 1 1 204799 1 /\\n'\n");
    assertTrue(df.toFile().setExecutable(true));
    ProcessBuilder launch = EscaleProcess.command(List.of("--data", data()));
    launch.environment().put("PATH", bin + ":" + System.getenv("PATH"));

    assertOneLine(6, "less than 200 MB are free", Finished.of(launch));
  }

  @Test
  public void aFolderThatCannotBeMadeIsRefused() throws IOException {
    Path file = folder.newFile("file").toPath();

    assertRefused(7, "cannot be made", file.resolve("data").toString());
  }

  @Test
  public void aDatabaseThatMayLoseWhatWasAcknowledgedIsRefused() {
    ProcessBuilder launch = EscaleProcess.command(List.of("--data", data()));
    launch.environment().put("ESCALE_JAVA_OPTS", "-Dderby.system.durability=test");

    assertOneLine(2, "derby.system.durability", Finished.of(launch));
  }

  @Test
  public void aFolderKeepsTheKindItWasMadeWith() throws IOException {
    Path data = Files.createDirectory(folder.getRoot().toPath().resolve("made"));
    Files.writeString(data.resolve("kind"), "empty\n");

    assertRefused(2, "was made as 'empty'", data.toString(), "--sandbox");
  }

  private String data() {
    return folder.getRoot().toPath().resolve("data").toString();
  }

  private static void assertRefused(int code, String words, String data, String... options) {
    var all = new ArrayList<>(List.of("--data", data));
    all.addAll(List.of(options));
    assertOneLine(code, words, EscaleProcess.run(all.toArray(String[]::new)));
    assertFalse("nothing was made", Files.exists(Path.of(data).resolve("etc")));
  }

  private static void assertOneLine(int code, String words, Finished refused) {
    assertEquals(refused.output(), code, refused.code());
    assertTrue(refused.output(), refused.output().contains(words));
    assertEquals("one line: " + refused.output(), 1, refused.output().lines().count());
  }
}
