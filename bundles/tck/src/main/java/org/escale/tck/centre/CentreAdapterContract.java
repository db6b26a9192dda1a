package org.escale.tck.centre;

import static org.escale.tck.centre.StaffEvent.once;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.Since;
import org.escale.tck.centre.StaffEvent.Shape;
import org.junit.Test;

/** The rules CA1 to CA4, CA6 and CA7 of {@link org.escale.spi.centre.CentreAdapter}, and CF8. */
public abstract class CentreAdapterContract extends CentreContract {
  private static final String CANARY = "canary-marie-dupont";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  public void ca1_whatCannotWorkIsNotOpened() {
    var adapter = bench().adapter();
    var refused = assertThrows(CentreException.class, () -> adapter.open(bench().broken()).close());
    assertEquals(Trouble.SETTING, refused.trouble());
    var settings = new HashMap<>(bench().config(Optional.empty()).settings());
    settings.put("nobody-knows-this", "x");
    var unknown = with(settings);
    var other = assertThrows(CentreException.class, () -> adapter.open(unknown).close());
    assertTrue(other.getMessage(), other.getMessage().contains("nobody-knows-this"));
  }

  @Test
  public void ca1_aNeededSettingIsAskedFor() {
    for (var setting : bench().adapter().settings()) {
      if (setting.preset().isEmpty()) {
        var settings = new HashMap<>(bench().config(Optional.empty()).settings());
        settings.remove(setting.name());
        var without = with(settings);
        var refused =
            assertThrows(
                setting.name(),
                CentreException.class,
                () -> bench().adapter().open(without).close());
        assertTrue(refused.getMessage(), refused.getMessage().contains(setting.name()));
      }
    }
  }

  @Test
  public void ca3_silenceEndsAtTheDeadline() throws Exception {
    if (bench().address().isEmpty()) {
      System.out.println(getClass().getSimpleName() + ": no line that could be silent");
      return;
    }
    var space = bench().space("ca3");
    try (var line = new CutLine(bench().address().get());
        var link = bench().adapter().open(bench().config(Optional.of(line.address())))) {
      assertTrue(link.health().text(), link.health().up());
      for (var state : Set.of(CutLine.State.SILENT, CutLine.State.CUT, CutLine.State.NO_ANSWER)) {
        line.becomes(state);
        var began = System.nanoTime();
        var silent =
            assertThrows(CentreException.class, () -> link.feed().pull(space, hours(8, 9)));
        assertEquals(Trouble.UNAVAILABLE, silent.trouble());
        assertFalse(link.health().up());
        var deadlines = bench().config(Optional.empty()).deadline().multipliedBy(2).plusSeconds(4);
        assertTrue(Duration.ofNanos(System.nanoTime() - began).compareTo(deadlines) < 0);
      }
      line.becomes(CutLine.State.WHOLE);
      assertBusy(space, hours(8, 9));
      assertTrue("it is well again by itself", link.health().up());
    }
  }

  @Test
  public void ca4_nothingButTimesLeavesTheCentre() throws Exception {
    var space = bench().space("ca4");
    var said = new ByteArrayOutputStream();
    var out = System.out;
    var err = System.err;
    var both = new PrintStream(said, true, StandardCharsets.UTF_8);
    try {
      System.setOut(both);
      System.setErr(both);
      bench().staff().write(space, new StaffEvent(CANARY, Shape.ONCE, hours(10, 11), CANARY));
      both.println(link().feed().pull(space, YEAR));
      both.println(link().feed().changes(space, new Since(Optional.empty(), YEAR, 50)));
      both.println(link() + " " + link().feed() + " " + link().health());
      link().probe(space);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    var all = said.toString(StandardCharsets.UTF_8);
    assertTrue("it was asked", all.contains("BusyPage"));
    assertFalse(all, all.contains(CANARY) || all.contains("dupont"));
  }

  @Test
  public void ca2_aProbeLeavesNothingBehind() throws Exception {
    var space = bench().space("ca2");
    bench().staff().write(space, once("there", hours(8, 9)));
    var before = bench().staff().reads(space);
    System.out.println(getClass().getSimpleName() + ": " + link().probe(space));
    assertEquals(before, bench().staff().reads(space));
  }

  @Test
  public void ca7_placesAreListedAllOrNotAtAll() throws Exception {
    var space = bench().space("ca7");
    bench().staff().write(space, new StaffEvent(CANARY, Shape.ONCE, hours(10, 11), CANARY));
    var before = bench().staff().reads(space);
    var found = link().discover();
    if (found.isEmpty()) {
      System.out.println(getClass().getSimpleName() + ": places are not listed");
      return;
    }
    assertTrue(found.toString(), found.get().stream().anyMatch(p -> p.ref().equals(space)));
    assertFalse(found.toString(), found.toString().contains(CANARY));
    assertBusy(space, YEAR, hours(10, 11));
    assertEquals(before, bench().staff().reads(space));
  }

  @Test
  public void ca6_closingTwiceLeavesNoThread() throws Exception {
    var before = threads();
    var link = bench().adapter().open(bench().config(Optional.empty()));
    link.health();
    link.close();
    link.close();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!before.containsAll(threads()) && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    var left = threads();
    left.removeAll(before);
    assertEquals(Set.of(), left);
  }

  private CentreConfig with(java.util.Map<String, String> settings) {
    var config = bench().config(Optional.empty());
    return new CentreConfig(config.centre(), config.zone(), settings, config.deadline());
  }

  /** Threads that an adapter could have begun. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("tck-line"))
        .collect(Collectors.toSet());
  }
}
