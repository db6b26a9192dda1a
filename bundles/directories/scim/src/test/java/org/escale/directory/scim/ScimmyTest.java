package org.escale.directory.scim;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

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

/** The rules of a directory against a server of others, and what is peculiar to SCIM. */
public class ScimmyTest extends DirectoryAdapterContract {
  private static ScimmyLab lab;

  @BeforeClass
  public static void start() throws Exception {
    lab = new ScimmyLab();
  }

  @AfterClass
  public static void stop() {
    lab.close();
  }

  @Override
  protected DirectoryLab lab() {
    return lab;
  }

  private static Reading read(Map<String, String> settings) throws DirectoryException {
    try (var link = lab.adapter().open(lab.config(settings))) {
      return link.all();
    }
  }

  private static Trouble trouble(Map<String, String> settings) {
    return assertThrows(DirectoryException.class, () -> read(settings)).trouble();
  }

  @Test
  public void pagesAreReadToTheLastOne() throws DirectoryException {
    for (int i = 0; i < 25; i++) {
      lab.put(new Worker("w" + i, "Worker " + i));
    }
    var people = read(Map.of(ScimDirectory.PAGE, "10")).people();
    assertEquals(25, people.size());
    assertTrue(people.stream().allMatch(person -> person.group().equals("sales")));
    assertTrue(people.stream().allMatch(person -> person.language().equals("fr")));
    var ungrouped = read(Map.of(ScimDirectory.GROUP, "none")).people();
    assertTrue(ungrouped.stream().allMatch(person -> person.group().isEmpty()));
    var some = read(Map.of(ScimDirectory.FILTER, "userName eq \"w7\"")).people();
    assertEquals("Worker 7", some.get(0).name());
    assertEquals(1, some.size());
  }

  @Test
  public void whoHasNoTimeIsAskedAgainAsLongAsTheDeadlineLasts() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    lab.busy(1);
    assertEquals(1, read(Map.of()).people().size());
    lab.busy(9);
    assertEquals(Trouble.UNAVAILABLE, trouble(Map.of()));
    lab.busy(0);
  }

  @Test
  public void whoIsNotLetInIsToldSo() {
    assertEquals(Trouble.DENIED, trouble(Map.of(ScimDirectory.TOKEN, "wrong")));
    assertEquals(Trouble.GARBLED, trouble(Map.of(ScimDirectory.FILTER, "userName is nothing")));
  }

  @Test
  public void eachSettingThatCannotWorkIsNamed() {
    var wrong =
        Map.of(
            ScimDirectory.URL, "ldap://there.example",
            ScimDirectory.TOKEN, "with a space",
            ScimDirectory.GROUP, "title",
            ScimDirectory.PAGE, "1001",
            ScimDirectory.LOCAL_TOO, "perhaps");
    wrong.forEach(
        (name, value) -> {
          var refused =
              assertThrows(
                  name,
                  DirectoryException.class,
                  () -> lab.adapter().open(lab.config(Map.of(name, value))).close());
          assertEquals(Trouble.SETTING, refused.trouble());
          assertTrue(refused.getMessage(), refused.getMessage().contains("setting " + name + " "));
        });
    var plain = Map.of(ScimDirectory.URL, "http://there.example", ScimDirectory.LOCAL_TOO, "false");
    assertEquals("a token is not sent in clear", Trouble.SETTING, trouble(plain));
  }

  @Test
  public void whatChangedComesAloneWhereNobodyJoinedOrLeft() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    lab.put(new Worker("b", "Bea"));
    try (var link = lab.adapter().open(lab.config())) {
      var first = link.all();
      lab.put(new Worker("a", "Ada Lovelace"));
      var changes = link.changes(first.next()).orElseThrow();
      assertFalse(changes.whole());
      assertTrue(changes.people().stream().anyMatch(p -> p.name().equals("Ada Lovelace")));
      lab.put(new Worker("b", "Bea", "b@there.example", "research", true));
      assertEquals("another group", Optional.empty(), link.changes(changes.next()));
    }
  }
}
