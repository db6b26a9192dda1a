package org.escale.directory.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.tck.directory.DirectoryLab;
import org.escale.tck.directory.Worker;
import org.escale.tck.machine.Frozen;
import org.escale.tck.machine.Ports;

/** Debian's own slapd on a bench. */
final class SlapdLab implements DirectoryLab, AutoCloseable {
  private static final Path SLAPD = Path.of("/usr/sbin/slapd");
  private static final String PEOPLE = "ou=people,dc=there,dc=example";
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Path home = Files.createTempDirectory("escale-slapd");
  private final int port = Ports.free();
  private final int tlsPort = Ports.free();
  private final Process process;
  private final LDAPConnection admin;
  private final LdapDirectory adapter = new LdapDirectory();

  /** With a certificate for that host; it is found at localhost. */
  SlapdLab(String certified) throws IOException, LDAPException, GeneralSecurityException {
    if (!Files.isExecutable(SLAPD)) {
      throw new IllegalStateException("install the Debian package slapd: ./test does");
    }
    process =
        new ProcessBuilder(
                "src/test/servers/slapd", home.toString(), "" + port, "" + tlsPort, certified)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("server.log").toFile())
            .start();
    admin = signedIn();
  }

  @Override
  public DirectoryAdapter adapter() {
    return adapter;
  }

  @Override
  public DirectoryConfig config() {
    return config(Map.of(), DEADLINE);
  }

  DirectoryConfig config(Map<String, String> more, Duration deadline) {
    var settings = new HashMap<String, String>();
    settings.put(LdapDirectory.URL, "ldap://localhost:" + port);
    settings.put(LdapDirectory.BIND_DN, "cn=reader,dc=there,dc=example");
    settings.put(LdapDirectory.PASSWORD, "reading-sesame");
    settings.put(LdapDirectory.BASE, PEOPLE);
    settings.put(LdapDirectory.FILTER, "(&(objectClass=inetOrgPerson)(!(employeeType=left)))");
    settings.put(LdapDirectory.CERTIFICATE, file("cert.pem"));
    settings.put(LdapDirectory.PAGE, "100");
    settings.put(LdapDirectory.LOCAL_TOO, "true");
    settings.putAll(more);
    return new DirectoryConfig(settings, deadline);
  }

  /** Where TLS comes first. */
  String wrapped() {
    return "ldaps://localhost:" + tlsPort;
  }

  @Override
  public DirectoryConfig broken() {
    return config(Map.of(LdapDirectory.FILTER, "(objectClass="), DEADLINE);
  }

  @Override
  public void clear() {
    done(
        () -> {
          for (var entry :
              admin.search(PEOPLE, SearchScope.ONE, "(cn=*)", "1.1").getSearchEntries()) {
            admin.delete(entry.getDN());
          }
        });
  }

  @Override
  public void put(Worker worker) {
    done(
        () -> {
          if (admin.getEntry(dn(worker.key())) == null) {
            admin.add(entry(worker));
          } else {
            admin.modify(dn(worker.key()), changes(worker));
          }
        });
  }

  private static Entry entry(Worker worker) {
    var entry =
        new Entry(
            dn(worker.key()),
            new Attribute("objectClass", "inetOrgPerson"),
            new Attribute("sn", worker.name()),
            new Attribute("cn", worker.name()),
            new Attribute("preferredLanguage", "fr-BE"));
    optional(worker).forEach((name, value) -> entry.addAttribute(name, value));
    return entry;
  }

  private static List<Modification> changes(Worker worker) {
    var changes = new ArrayList<Modification>();
    changes.add(new Modification(ModificationType.REPLACE, "cn", worker.name()));
    for (var name : List.of("mail", "departmentNumber", "employeeType")) {
      var value = optional(worker).getOrDefault(name, "");
      changes.add(
          value.isEmpty()
              ? new Modification(ModificationType.REPLACE, name)
              : new Modification(ModificationType.REPLACE, name, value));
    }
    return changes;
  }

  private static Map<String, String> optional(Worker worker) {
    var values = new HashMap<String, String>();
    values.put("mail", worker.email());
    values.put("departmentNumber", worker.group());
    values.put("employeeType", worker.active() ? "" : "left");
    values.values().removeIf(String::isEmpty);
    return values;
  }

  @Override
  public void remove(String key) {
    done(() -> admin.delete(dn(key)));
  }

  @Override
  public String text() {
    var text = new StringBuilder();
    done(
        () ->
            admin
                .search(PEOPLE, SearchScope.SUB, "(objectClass=*)", "*", "+")
                .getSearchEntries()
                .stream()
                .map(Entry::toLDIFString)
                .sorted()
                .forEach(text::append));
    return text.toString();
  }

  @Override
  public void silent(boolean held) {
    if (held) {
      Frozen.freeze(process.pid());
    } else {
      Frozen.thaw(process.pid());
    }
  }

  @Override
  public void close() throws IOException {
    silent(false);
    admin.close();
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws LDAPException;
  }

  private static void done(Work work) {
    try {
      work.run();
    } catch (LDAPException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String dn(String key) {
    return "uid=" + key + "," + PEOPLE;
  }

  private LDAPConnection signedIn() throws LDAPException, GeneralSecurityException {
    var tls = new SSLUtil(new TrustAllTrustManager()).createSSLContext("TLSv1.3");
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        var connection = new LDAPConnection("localhost", port);
        connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
        connection.bind("cn=admin,dc=there,dc=example", "open-sesame");
        return connection;
      } catch (LDAPException notYet) {
        if (System.nanoTime() > end || !process.isAlive()) {
          throw new IllegalStateException("slapd did not start: " + file("server.log"), notYet);
        }
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  private String file(String name) {
    try {
      return Files.readString(home.resolve(name));
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}
