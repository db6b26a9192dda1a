package org.escale.itests.distribution;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.escale.itests.process.Distribution;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Finished;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is closed in a production instance, seen from outside. */
public class HardeningIT {

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static EscaleProcess escale;

  @BeforeClass
  public static void start() {
    escale = EscaleProcess.start(FOLDER.getRoot().toPath().resolve("data"), "--empty").awaitReady();
  }

  @AfterClass
  public static void stop() {
    escale.close();
  }

  @Test
  public void theOnlyOpenPortIsHttpOnLoopback() throws IOException {
    assertEquals(Set.of("127.0.0.1:" + escale.port()), Listening.addressesOf(escale.pid()));
  }

  @Test
  public void nothingInTheDataFolderIsOpenToOthers() throws IOException {
    try (var files = Files.walk(escale.data())) {
      List<String> open =
          files
              .filter(file -> !Files.isSymbolicLink(file))
              .filter(HardeningIT::openToOthers)
              .map(Path::toString)
              .toList();
      assertEquals(List.of(), open);
    }
  }

  private static boolean openToOthers(Path file) {
    try {
      return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------");
    } catch (java.nio.file.NoSuchFileException e) {
      return false; // a temporary file that is gone again
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  public void noPasswordIsShipped() throws IOException {
    for (String name : List.of("users.properties", "keys.properties")) {
      Path shipped = Distribution.home().resolve("etc").resolve(name);
      try (var lines = Files.lines(shipped)) {
        assertEquals(
            name, 0, lines.filter(line -> !line.isBlank() && !line.startsWith("#")).count());
      }
    }
    try (var files = Files.walk(Distribution.home().resolve("etc"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            file.toString(),
            Files.readAllLines(file).stream()
                .anyMatch(line -> line.matches("(?i)\\s*[^#]*passw(or)?d\\s*=\\s*\\S+.*")));
      }
    }
  }

  @Test
  public void whatProductionDoesNotNeedIsNotThere() {
    for (String command :
        List.of("ssh:ssh", "instance:list", "dev:dump-create", "kar:list", "jaas:realm-list")) {
      Finished answer = escale.exec(command);
      assertEquals(command + ": " + answer.output(), 1, answer.code());
      assertTrue(answer.output(), answer.output().contains("Command not found"));
    }
    String bundles = escale.exec("bundle:list -t 0 -s").output();
    for (String absent :
        List.of(
            "org.escale.demo",
            "org.escale.sandbox",
            "org.escale.gateway.simulated",
            // its server; the library alone reads files of centres over SFTP
            "karaf.shell.ssh",
            "karaf.management",
            "karaf.deployer",
            "karaf.diagnostic",
            "karaf.instance")) {
      assertFalse(absent, bundles.contains(absent));
    }
    assertTrue(bundles, bundles.contains("org.escale.core"));
  }

  @Test
  public void aCommandWithoutARuleOfItsOwnNeedsTheRoleAdmin() {
    String roles =
        escale.exec("system:property karaf.secured.command.compulsory.roles").output().strip();
    assertEquals("admin", roles);
  }

  @Test
  public void theProcessEndsRatherThanGoingOnWithoutMemoryOrWithOpenXmlDoors() throws IOException {
    String command =
        Files.readString(Path.of("/proc", Long.toString(escale.pid()), "cmdline"))
            .replace('\0', '\n');
    for (String flag :
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx512m",
            "-Djavax.xml.accessExternalDTD=",
            "-Djavax.xml.accessExternalSchema=",
            "-Djavax.xml.accessExternalStylesheet=")) {
      assertTrue(flag, command.lines().anyMatch(flag::equals));
    }
    assertFalse(command, command.contains("derby.system.durability"));
  }

  @Test
  public void theServerTellsNothingAboutItself() {
    var answer = escale.http().get("/no/such/path");
    assertEquals(404, answer.status());
    assertEquals(List.of(), answer.response().headers().allValues("Server"));
    assertFalse(answer.body(), answer.body().matches("(?is).*(jetty|exception|\\sat java).*"));
  }

  @Test
  public void everythingComesOutOfTheArchive() throws IOException {
    String settings = Files.readString(escale.data().resolve("etc/org.ops4j.pax.url.mvn.cfg"));
    assertTrue(settings, settings.lines().anyMatch(l -> l.matches(".*mvn.repositories =\\s*")));
    assertFalse(settings, settings.contains("http"));
  }
}
