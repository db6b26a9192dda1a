package org.escale.core.eventlog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.escale.spi.gateway.GatewayEvent;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Killed in any step, each event that was acknowledged is counted, and counted once (B2, S6). */
public class KilledLogTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path folder;

  @Before
  public void folder() {
    folder = temporary.getRoot().toPath().resolve("gateway-events");
  }

  @Test
  public void b2_whereverAWriteEndedWhatWasWholeBeforeIsCounted() throws IOException {
    var ends = new ArrayList<Long>();
    var file = noted(ends);
    var octets = Files.readAllBytes(file);
    for (int length = 0; length <= octets.length; length++) {
      int at = length;
      long whole = ends.stream().filter(end -> end <= at).count();
      assertEquals("cut at " + at, whole, counted(file, Arrays.copyOf(octets, at)));
    }
  }

  @Test
  public void b2_whatIsDamagedAtTheEndIsNotBelieved() throws IOException {
    var ends = new ArrayList<Long>();
    var file = noted(ends);
    var octets = Files.readAllBytes(file);
    for (int at = ends.get(1).intValue(); at < octets.length; at++) {
      var damaged = octets.clone();
      damaged[at] ^= 0x10;
      assertEquals("octet " + at, 2, counted(file, damaged));
    }
  }

  /** Three notes; where each ends. */
  private Path noted(List<Long> ends) throws IOException {
    try (var log = Notes.log(folder, new ToyReports().away(true))) {
      for (int n = 1; n <= 3; n++) {
        log.note(Notes.HERE, Notes.events(n, n));
        ends.add(Files.size(Notes.files(folder).get(0)));
      }
    }
    return Notes.files(folder).get(0);
  }

  private int counted(Path file, byte[] left) throws IOException {
    var copy = temporary.newFolder().toPath();
    Files.write(copy.resolve(file.getFileName()), left);
    var reports = new ToyReports();
    Notes.drain(copy, reports);
    return reports.counted().size();
  }

  /** What a killed process leaves: its files and what the database has. */
  private record Left(Path files, List<GatewayEvent> counted, int noted) {}

  @Test
  public void s6_killedBeforeOrAfterAnyStepOfTellingEachIsCountedOnce() throws IOException {
    var all = Notes.events(1, 40);
    var left = new ArrayList<Left>();
    var reports = new ToyReports();
    var noted = new AtomicInteger();
    reports.at(step -> left.add(new Left(copy(left.size()), reports.counted(), noted.get())));
    try (var log = Notes.log(folder, reports)) {
      for (int n = 0; n < all.size(); n += 4) {
        noted.addAndGet(4);
        log.note(Notes.HERE, all.subList(n, n + 4));
        Notes.drained(log);
      }
    }
    assertEquals(2L * all.size(), left.size());
    for (var one : left) {
      var next = new ToyReports().has(one.counted());
      Notes.drain(one.files(), next);
      assertEquals(numbers(all.subList(0, one.noted())), numbers(next.counted()));
      assertTrue("only what was not marked is told again", next.told() <= 4);
    }
  }

  private Path copy(int number) {
    try {
      return Notes.killed(folder, temporary.getRoot().toPath().resolve("killed-" + number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  public void b2_whatAKilledProcessAcknowledgedIsCounted() throws Exception {
    var process = process("ulimit -c 0");
    long acknowledged = 0;
    try (var said = process.inputReader()) {
      for (int line = 0; line < 300; line++) {
        acknowledged = number(said);
      }
      process.toHandle().destroyForcibly(); // what it said is still to be read
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        acknowledged = line.isEmpty() ? acknowledged : Long.parseLong(line);
      }
    }
    process.waitFor();
    assertTrue("it came so far", acknowledged >= 300);
    holds(acknowledged);
  }

  @Test
  public void e6_onAFullDiskNothingIsAcknowledgedThatIsNotThere() throws Exception {
    var process = process("ulimit -f 64"); // no file longer than 64 KiB
    long acknowledged = 0;
    try (var said = process.inputReader()) {
      for (var line = said.readLine(); !line.startsWith("down"); line = said.readLine()) {
        acknowledged = Long.parseLong(line);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertTrue("something fits", acknowledged > 100);
    holds(acknowledged);
  }

  private static long number(BufferedReader said) throws IOException {
    return Long.parseLong(said.readLine());
  }

  private Process process(String limit) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = limit + "; exec \"$0\" -cp \"$1\" \"$2\" \"$3\"";
    return new ProcessBuilder(
            "bash",
            "-c",
            command,
            java,
            System.getProperty("java.class.path"),
            NotesUntilKilled.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void holds(long acknowledged) throws IOException {
    var reports = new ToyReports();
    Notes.drain(folder, reports);
    var numbers = numbers(reports.counted());
    for (long n = 1; n <= acknowledged; n++) {
      assertTrue(n + " of " + acknowledged, numbers.contains(n));
    }
    assertEquals("each once", numbers.size(), reports.told());
    assertTrue("at most one more", numbers.size() <= acknowledged + 1);
  }

  private static Set<Long> numbers(List<GatewayEvent> events) {
    return events.stream()
        .map(GatewayEvent::sequence)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
