package org.escale.itests.distribution;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.escale.itests.process.Distribution;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Finished;
import org.escale.tck.machine.Ports;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * What an operator may open beyond HTTP on loopback: PostgreSQL, the console over SSH and in the
 * terminal, TLS. Held with stock clients.
 */
public class OperatorIT {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final int SSH = Ports.free();
  private static final int TLS = Ports.free();
  private static final int HTTP = Ports.free();

  private static EmbeddedPostgres postgres;
  private static Shell marie;
  private static Shell jean;
  private static Terminal terminal;

  @BeforeClass
  public static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().setPort(Ports.free()).start();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role \"es cale\" login password 'p@ss:w/o?r$d'");
      statement.execute("create database federation owner \"es cale\"");
    }
    var config = Files.createDirectories(data().resolve("config"));
    marie = new Shell(file("marie"), "ecdsa", SSH);
    jean = new Shell(file("jean"), "rsa", SSH);
    Files.writeString(config.resolve("authorized_keys"), marie.publicKey() + jean.publicKey());
    shell(config);
    tls(config);
    var first = launch("--empty", "--postgres", url(), "--exec", "shell:echo up");
    assertEquals(first.output(), "up", first.output().strip());
    terminal = new Terminal(file("terminal"), all("--ssh", "--console"));
    terminal.awaitShown("Escale is ready");
  }

  @AfterClass
  public static void stop() throws IOException {
    terminal.close();
    postgres.close();
  }

  private static String url() {
    return "postgresql://es%%20cale:p%%40ss%%3Aw%%2Fo%%3Fr$d@127.0.0.1:%d/federation"
        .formatted(postgres.getPort());
  }

  private static List<String> all(String... further) {
    var all = new ArrayList<>(List.of("--data", data().toString(), "--port", "" + HTTP));
    all.addAll(List.of(further));
    return all;
  }

  private static Finished launch(String... further) {
    return EscaleProcess.run(all(further).toArray(String[]::new));
  }

  private static void shell(Path config) throws IOException {
    var name = "org.apache.karaf.shell.cfg";
    var shipped = Files.readString(Distribution.home().resolve("etc").resolve(name));
    Files.writeString(config.resolve(name), shipped.replace("sshPort = 8101", "sshPort = " + SSH));
  }

  /** As docs/operating.md says. */
  private static void tls(Path config) throws IOException {
    var made =
        Finished.of(
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-alias",
                "escale",
                "-dname",
                "CN=127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changed-it",
                "-keystore",
                config.resolve("tls.p12").toString()));
    assertEquals(made.output(), 0, made.code());
    var name = "org.ops4j.pax.web.cfg";
    var shipped = Files.readString(Distribution.home().resolve("etc").resolve(name));
    Files.writeString(
        config.resolve(name),
        shipped
                .replace("http.port = 8181", "http.port = " + HTTP)
                .replace("secure.enabled = false", "secure.enabled = true")
            + """
            org.osgi.service.http.port.secure = %d
            org.ops4j.pax.web.ssl.keystore = ${escale.data}/config/tls.p12
            org.ops4j.pax.web.ssl.keystore.type = PKCS12
            org.ops4j.pax.web.ssl.keystore.password = changed-it
            org.ops4j.pax.web.ssl.key.password = changed-it
            org.ops4j.pax.web.ssl.protocols.included = TLSv1.2,TLSv1.3
            """
                .formatted(TLS));
  }

  @Test
  public void whatWasOpenedListensOnLoopbackOnly() throws IOException {
    assertEquals(
        Set.of("127.0.0.1:" + HTTP, "127.0.0.1:" + TLS, "127.0.0.1:" + SSH),
        Listening.addressesOf(pid()));
  }

  @Test
  public void theConsoleOverSshTakesListedKeysOnly() throws IOException {
    for (var shell : List.of(marie, jean)) {
      var user = shell == marie ? "marie" : "jean";
      var said = shell.run(user, "shell:echo Namur");
      assertEquals(said.output(), "Namur", said.output().lines().findFirst().orElse(""));
      assertEquals(0, said.code());
      assertNotEquals(0, shell.run(user, "no:such-command").code());
    }
    assertEquals(0, marie.run("marie", "escale:doctor").code());

    var stranger = new Shell(file("stranger"), "ecdsa", SSH);
    assertEquals("another key", 255, stranger.run("marie", "shell:echo in").code());
    assertEquals("another's key", 255, marie.run("jean", "shell:echo in").code());
    assertEquals("nobody", 255, marie.run("karaf", "shell:echo in").code());
    assertEquals("a password", 255, marie.runByPassword("karaf", "shell:echo in").code());
    assertNotEquals("no files", 0, marie.copy("marie", "/etc/hostname", file("got")).code());
    assertFalse(Files.exists(file("got")));
  }

  @Test
  public void tlsSpeaksNothingOld() {
    for (var version : List.of("-tls1_2", "-tls1_3")) {
      var spoken = openssl(version);
      assertTrue(spoken.output(), spoken.output().contains("TLSv1."));
      assertTrue(spoken.output(), spoken.output().contains("HTTP/1.1 200"));
    }
    var old = openssl("-tls1_1");
    assertFalse(old.output(), old.output().contains("HTTP/1.1 200"));
  }

  private static Finished openssl(String version) {
    return Finished.of(
        new ProcessBuilder(
            "sh",
            "-c",
            "printf 'GET /health/live HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n' |"
                + " openssl s_client -ign_eof -cipher DEFAULT@SECLEVEL=0 %s -connect 127.0.0.1:%d"
                    .formatted(version, TLS)));
  }

  @Test
  public void execEndsWithTheCodeOfItsCommand() {
    assertEquals(0, launch("--exec", "escale:doctor").code());
    assertEquals(1, launch("--exec", "no:such-command").code());
    assertNotEquals(0, launch("--exec", "escale:booking-list --no-such-option").code());
  }

  @Test
  public void theTerminalHoldsTheConsole() throws IOException {
    terminal.type("shell:echo Na\"\"mur");
    terminal.awaitShown("Namur");
  }

  @Test
  public void theDatabaseIsRememberedAndOpenToNobodyElse() throws IOException {
    assertFalse("nothing is in Derby", Files.exists(data().resolve("db")));
    var kept = data().resolve("config").resolve("org.ops4j.datasource-escale.cfg");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
  }

  private static long pid() throws IOException {
    return Long.parseLong(Files.readString(data().resolve("escale.pid")).strip());
  }

  private static Path data() {
    return FOLDER.getRoot().toPath().resolve("data");
  }

  private static Path file(String name) {
    return FOLDER.getRoot().toPath().resolve(name);
  }
}
