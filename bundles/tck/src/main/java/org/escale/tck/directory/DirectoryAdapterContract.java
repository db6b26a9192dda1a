package org.escale.tck.directory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.PersonRecord;
import org.escale.spi.directory.Reading;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The rules DA1 to DA8 of {@link org.escale.spi.directory.DirectoryAdapter}. */
public abstract class DirectoryAdapterContract {
  private static final String CANARY = "canary-marie-dupont";
  private static final int MANY = 250;
  private DirectoryLab lab;
  private DirectoryLink link;

  /** The lab; the same for all tests of a class. */
  protected abstract DirectoryLab lab();

  /** Opens the link to an empty directory. */
  @Before
  public final void openLink() throws DirectoryException {
    lab = lab();
    lab.clear();
    link = lab.adapter().open(lab.config());
  }

  /** Closes it. */
  @After
  public final void closeLink() {
    lab.silent(false);
    link.close();
  }

  private Optional<PersonRecord> called(String name) throws DirectoryException {
    return link.all().people().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private DirectoryConfig with(Map<String, String> settings) {
    return new DirectoryConfig(settings, lab.config().deadline());
  }

  @Test
  public void da1_whatCannotWorkIsNotOpenedAndNamed() {
    var adapter = lab.adapter();
    var refused = assertThrows(DirectoryException.class, () -> adapter.open(lab.broken()).close());
    assertEquals(Trouble.SETTING, refused.trouble());
    var settings = new HashMap<>(lab.config().settings());
    settings.put("nobody-knows-this", "x");
    var other = assertThrows(DirectoryException.class, () -> adapter.open(with(settings)).close());
    assertTrue(other.getMessage(), other.getMessage().contains("nobody-knows-this"));
    for (var setting : adapter.settings()) {
      if (setting.preset().isEmpty()) {
        var without = new HashMap<>(lab.config().settings());
        without.remove(setting.name());
        var needed =
            assertThrows(
                setting.name(),
                DirectoryException.class,
                () -> adapter.open(with(without)).close());
        assertTrue(needed.getMessage(), needed.getMessage().contains(setting.name()));
      }
    }
  }

  @Test
  public void da2_anIdStaysWhileEverythingElseChanges() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    var before = called("Ada").orElseThrow();
    lab.put(new Worker("a", "Ada Lovelace", "other@there.example", "research", true));
    var after = called("Ada Lovelace").orElseThrow();
    assertEquals(before.id(), after.id());
    assertEquals("other@there.example", after.email());
    assertEquals("research", after.group());
    lab.put(new Worker("b", "Ada Lovelace"));
    var ids = link.all().people().stream().map(PersonRecord::id).collect(Collectors.toSet());
    assertEquals(2, ids.size());
  }

  @Test
  public void da3_allAreGivenAndFitWhatWeKeep() throws DirectoryException {
    for (int i = 0; i < MANY; i++) {
      lab.put(new Worker("w" + i, "Zoë Ünal " + i));
    }
    var reading = link.all();
    assertTrue(reading.whole());
    assertEquals(MANY, reading.people().stream().map(PersonRecord::name).distinct().count());
    for (var person : reading.people()) {
      assertTrue(person.language(), Set.of("fr", "nl", "en").contains(person.language()));
    }
  }

  @Test
  public void da3_whoIsNotActiveIsNotGivenAsActive() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    lab.put(new Worker("b", "Bea", "", "", false));
    assertTrue(called("Ada").orElseThrow().active());
    assertFalse(called("Bea").filter(PersonRecord::active).isPresent());
  }

  @Test
  public void da4_whatChangedIsSaidOrAllIsRead() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    lab.put(new Worker("b", "Bea"));
    var first = link.all();
    assertTrue(seen(first, "Ada"));
    lab.put(new Worker("a", "Ada Lovelace"));
    lab.put(new Worker("c", "Cleo"));
    var changes = link.changes(first.next());
    assertTrue(changes.isEmpty() || seen(changes.get(), "Ada Lovelace"));
    assertTrue(changes.isEmpty() || seen(changes.get(), "Cleo"));
  }

  @Test
  public void da4_whoLeftIsSaidOrAllIsRead() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    lab.put(new Worker("b", "Bea"));
    var first = link.all();
    var bea = called("Bea").orElseThrow().id();
    lab.remove("b");
    var removed = link.changes(first.next());
    assertTrue(removed.isEmpty() || removed.get().gone().contains(bea));
    assertFalse(seen(link.all(), "Bea"));
    var second = link.all();
    lab.put(new Worker("a", "Ada", "", "", false));
    var changes = link.changes(second.next());
    assertTrue(changes.isEmpty() || !active(changes.get(), "Ada"));
    lab.remove("a");
    lab.put(new Worker("d", "Dora"));
    var swapped = link.changes(second.next());
    assertTrue("one left and one joined", swapped.isEmpty() || !swapped.get().gone().isEmpty());
  }

  @Test
  public void da4_anUnknownCursorIsAnsweredByNothing() throws DirectoryException {
    assertEquals(Optional.empty(), link.changes(new Cursor("nobody ever gave this")));
  }

  @Test
  public void da5_silenceEndsAtTheDeadline() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    link.all();
    lab.silent(true);
    var began = System.nanoTime();
    var silent = assertThrows(DirectoryException.class, () -> link.all());
    assertEquals(Trouble.UNAVAILABLE, silent.trouble());
    var took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue("" + took, took.compareTo(lab.config().deadline().plusSeconds(1)) < 0);
    lab.silent(false);
    assertTrue(seen(link.all(), "Ada"));
  }

  @Test
  public void da6_nobodyIsNamedButInTheReading() throws DirectoryException {
    var said = new ByteArrayOutputStream();
    var out = System.out;
    var err = System.err;
    var caught = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(caught);
    System.setErr(caught);
    try {
      lab.put(new Worker(CANARY, CANARY));
      var reading = link.all();
      said.writeBytes(reading.toString().getBytes(StandardCharsets.UTF_8));
      said.writeBytes(reading.people().toString().getBytes(StandardCharsets.UTF_8));
      lab.silent(true);
      var silent = assertThrows(DirectoryException.class, () -> link.changes(reading.next()));
      silent.printStackTrace(caught);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    var text = said.toString(StandardCharsets.UTF_8);
    assertFalse(text, text.contains(CANARY));
    for (var secret : secrets()) {
      assertFalse("a secret was said", text.contains(secret));
    }
    assertFalse(lab.config().toString().contains("="));
  }

  @Test
  public void da7_readingChangesNothingThere() throws DirectoryException {
    lab.put(new Worker("a", "Ada"));
    var before = lab.text();
    link.changes(link.all().next());
    assertEquals(before, lab.text());
  }

  @Test
  public void da8_closingEndsItsThreadsAndMayBeRepeated() throws DirectoryException {
    var before = threads();
    var other = lab.adapter().open(lab.config());
    other.all();
    other.close();
    other.close();
    var end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!before.containsAll(threads()) && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
    }
    var left = threads();
    left.removeAll(before);
    assertTrue("threads are left: " + left, left.isEmpty());
  }

  private Set<String> secrets() {
    return lab.adapter().settings().stream()
        .filter(setting -> setting.secret())
        .flatMap(
            setting -> Optional.ofNullable(lab.config().settings().get(setting.name())).stream())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> !thread.getThreadGroup().getName().equals("system"))
        .collect(Collectors.toSet());
  }

  private static boolean seen(Reading reading, String name) {
    return reading.people().stream().anyMatch(p -> p.name().equals(name));
  }

  private static boolean active(Reading reading, String name) {
    return reading.people().stream().anyMatch(p -> p.name().equals(name) && p.active());
  }
}
