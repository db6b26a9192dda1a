package org.escale.itests.people;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.escale.itests.process.Distribution;
import org.escale.tck.machine.Frozen;
import org.escale.tck.machine.Ports;

/** An employer's directory: Debian's own slapd in a folder of its own. For one test thread. */
final class Slapd implements AutoCloseable {
  private static final String PEOPLE = "ou=people,dc=there,dc=example";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final int port = Ports.free();
  private final Process process;

  Slapd(Path home) throws IOException {
    this.home = home;
    var script = Distribution.root().resolve("bundles/directories/ldap/src/test/servers/slapd");
    process =
        new ProcessBuilder(
                script.toString(), home.toString(), "" + port, "" + Ports.free(), "localhost")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("server.log").toFile())
            .start();
    Awaitility.await("slapd lets its administrator in")
        .atMost(PATIENCE)
        .ignoreException(LDAPException.class)
        .until(
            () -> {
              signedIn().close();
              return true;
            });
  }

  /** What our adapter is told. */
  Map<String, String> settings() throws IOException {
    return Map.of(
        "url",
        "ldap://localhost:" + port,
        "bindDn",
        "cn=reader,dc=there,dc=example",
        "password",
        "reading-sesame",
        "base",
        PEOPLE,
        "certificate",
        Files.readString(home.resolve("cert.pem")),
        "localToo",
        "true");
  }

  void add(String uid, String name) throws Exception {
    try (var admin = signedIn()) {
      admin.add(
          dn(uid),
          new Attribute("objectClass", "inetOrgPerson"),
          new Attribute("sn", name),
          new Attribute("cn", name),
          new Attribute("mail", uid + "@there.example"));
    }
  }

  void remove(String uid) throws Exception {
    try (var admin = signedIn()) {
      admin.delete(dn(uid));
    }
  }

  /** Neither answers nor hangs up; or goes on. */
  void silent(boolean held) {
    if (held) {
      Frozen.freeze(process.pid());
    } else {
      Frozen.thaw(process.pid());
    }
  }

  @Override
  public void close() {
    silent(false);
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String dn(String uid) {
    return "uid=" + uid + "," + PEOPLE;
  }

  private LDAPConnection signedIn() throws Exception {
    var connection = new LDAPConnection("localhost", port);
    var tls = new SSLUtil(new TrustAllTrustManager()).createSSLContext("TLSv1.3");
    connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
    connection.bind("cn=admin,dc=there,dc=example", "open-sesame");
    return connection;
  }
}
