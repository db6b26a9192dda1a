package org.escale.directory.ldap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.Reading;
import org.escale.tck.directory.DirectoryAdapterContract;
import org.escale.tck.directory.DirectoryLab;
import org.escale.tck.directory.Worker;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The rules of a directory against OpenLDAP, and what is peculiar to LDAP. */
public class SlapdTest extends DirectoryAdapterContract {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static SlapdLab lab;

  @BeforeClass
  public static void start() throws Exception {
    lab = new SlapdLab("localhost");
  }

  @AfterClass
  public static void stop() throws Exception {
    lab.close();
  }

  @Override
  protected DirectoryLab lab() {
    return lab;
  }

  private static Reading read(Map<String, String> settings) throws DirectoryException {
    try (var link = lab.adapter().open(lab.config(settings, LONG))) {
      return link.all();
    }
  }

  private static Trouble trouble(Map<String, String> settings) {
    return assertThrows(DirectoryException.class, () -> read(settings)).trouble();
  }

  @Test
  public void bothWaysOfTlsLetUsIn() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    assertEquals(1, read(Map.of()).people().size());
    var wrapped = read(Map.of(LdapDirectory.URL, lab.wrapped()));
    assertEquals("fr", wrapped.people().get(0).language());
    assertEquals("sales", wrapped.people().get(0).group());
  }

  @Test
  public void aServerThatIsNotKnownIsNotToldThePassword() {
    assertEquals(Trouble.UNAVAILABLE, trouble(Map.of(LdapDirectory.CERTIFICATE, "")));
    assertEquals(
        Trouble.UNAVAILABLE,
        trouble(Map.of(LdapDirectory.CERTIFICATE, "", LdapDirectory.URL, lab.wrapped())));
  }

  @Test
  public void aServerWithAnothersCertificateIsNotToldThePassword() throws Exception {
    try (var other = new SlapdLab("another.example")) {
      for (var settings : List.of(Map.<String, String>of(), Map.of("url", other.wrapped()))) {
        try (var link = other.adapter().open(other.config(settings, LONG))) {
          var refused = assertThrows(DirectoryException.class, () -> link.all());
          assertEquals(Trouble.UNAVAILABLE, refused.trouble());
        }
      }
    }
  }

  @Test
  public void whoIsNotLetInIsToldSo() {
    assertEquals(Trouble.DENIED, trouble(Map.of(LdapDirectory.PASSWORD, "wrong")));
    assertEquals(Trouble.DENIED, trouble(Map.of(LdapDirectory.LOCAL_TOO, "false")));
    assertEquals(
        Trouble.GARBLED, trouble(Map.of(LdapDirectory.BASE, "ou=nobody,dc=there,dc=example")));
    assertEquals(
        Trouble.GARBLED,
        trouble(
            Map.of(
                LdapDirectory.ID,
                "employeeNumber",
                "base",
                "dc=there,dc=example",
                "filter",
                "(objectClass=organizationalUnit)")));
  }

  @Test
  public void eachSettingThatCannotWorkIsNamed() {
    var wrong =
        Map.of(
            LdapDirectory.URL, "http://there.example",
            LdapDirectory.BIND_DN, "reader",
            LdapDirectory.PASSWORD, "",
            LdapDirectory.BASE, "",
            LdapDirectory.FILTER, "objectClass",
            LdapDirectory.CERTIFICATE, "none",
            LdapDirectory.ID, "entry UUID",
            LdapDirectory.PAGE, "9",
            LdapDirectory.LOCAL_TOO, "perhaps");
    wrong.forEach(
        (name, value) -> {
          var refused =
              assertThrows(
                  name,
                  DirectoryException.class,
                  () -> lab.adapter().open(lab.config(Map.of(name, value), LONG)).close());
          assertEquals(Trouble.SETTING, refused.trouble());
          assertTrue(refused.getMessage(), refused.getMessage().contains("setting " + name + " "));
        });
  }

  @Test
  public void silenceBeforeTlsEndsToo() throws DirectoryException {
    var config = lab.config(Map.of(LdapDirectory.URL, lab.wrapped()), Duration.ofSeconds(1));
    try (var link = lab.adapter().open(config)) {
      lab.silent(true);
      var began = System.nanoTime();
      var silent = assertThrows(DirectoryException.class, () -> link.all());
      assertEquals(Trouble.UNAVAILABLE, silent.trouble());
      assertTrue(System.nanoTime() - began < 2_000_000_000L);
    }
  }

  @Test
  public void whatChangedComesAloneWhereNobodyJoinedOrLeft() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    lab.put(new Worker("b", "Bea"));
    try (var link = lab.adapter().open(lab.config(Map.of(), LONG))) {
      var first = link.all();
      lab.put(new Worker("a", "Ada Lovelace"));
      var changes = link.changes(first.next()).orElseThrow();
      assertTrue(changes.people().stream().anyMatch(p -> p.name().equals("Ada Lovelace")));
      assertFalse(changes.whole());
      lab.put(new Worker("a", "Ada Lovelace", "", "", false));
      assertEquals("she left", Optional.empty(), link.changes(changes.next()));
    }
  }

  @Test
  public void r102_tenThousandEmployeesAreReadWhole() throws DirectoryException {
    for (int i = 0; i < 10_000; i++) {
      lab.put(new Worker("w" + i, "Worker " + i));
    }
    try (var link = lab.adapter().open(lab.config(Map.of("page", "500"), LONG))) {
      var began = System.nanoTime();
      var all = link.all();
      var read = Duration.ofNanos(System.nanoTime() - began);
      assertEquals(10_000, all.people().size());
      lab.put(new Worker("w7", "Somebody else"));
      began = System.nanoTime();
      assertTrue(link.changes(all.next()).isPresent());
      var looked = Duration.ofNanos(System.nanoTime() - began);
      System.out.println("10,000 employees: all in " + read + ", one change in " + looked);
    }
  }
}
