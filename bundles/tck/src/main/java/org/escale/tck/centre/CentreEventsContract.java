package org.escale.tck.centre;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.spi.centre.CentreEvents;
import org.escale.spi.centre.CentreEvents.Taken;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.EventPage;
import org.junit.Test;

/** The rules CE1 to CE7 and CE9 of {@link CentreEvents}. */
public abstract class CentreEventsContract extends CentreContract {
  private static final int AT_ONCE = 8;
  private static final int PAGES = 1000;

  /** Who notes what happens. */
  protected abstract EventStaff diary();

  @Test
  public void ce1_whatStaffEntersIsGivenAsItIs() throws Exception {
    var entered =
        List.of(
            event(Kind.ARRIVED, "", "0"),
            event(Kind.EXTRA, "photocopy", "12.5"),
            event(Kind.LEFT, "", "0"),
            event(Kind.CORRECTED, "", "3600"));
    for (var one : entered) {
      diary().enters(one, "as usual");
    }
    var given = all(link().events().orElseThrow(), Optional.empty());
    for (var one : entered) {
      assertTrue(one + " in " + given, given.stream().anyMatch(one::same));
    }
  }

  @Test
  public void ce1_aLinkOpenedAnewKnowsTheSame() throws Exception {
    var one = entered();
    try (var after = bench().adapter().open(bench().config(Optional.empty()))) {
      assertTrue(keys(all(after.events().orElseThrow(), Optional.empty())).contains(one.key()));
    }
  }

  @Test
  public void ce2_aCursorGivesAtLeastWhatCameSince() throws Exception {
    entered();
    var events = link().events().orElseThrow();
    var cursor = Optional.<Cursor>empty();
    for (int round = 0; round < 3; round++) {
      var page = last(events, cursor);
      cursor = Optional.of(page.next());
      var later = entered();
      assertTrue(keys(all(events, cursor)).contains(later.key()));
    }
  }

  @Test
  public void ce3_anUnknownCursorIsNoGap() throws Exception {
    var one = entered();
    var page = link().events().orElseThrow().pull(Optional.of(new Cursor("never given")));
    assertTrue(page.reset() || keys(page.events()).contains(one.key()));
  }

  @Test
  public void ce4_whatNobodyUnderstandsHoldsUpNothingAndComesOnceItIsPutRight() throws Exception {
    var before = entered();
    var odd = event(Kind.ARRIVED, "", "0");
    diary().scribbles(odd.key());
    var after = entered();
    var events = link().events().orElseThrow();
    var page = last(events, Optional.empty());
    var given = keys(all(events, Optional.empty()));
    assertTrue(given.containsAll(List.of(before.key(), after.key())));
    assertFalse(given.contains(odd.key()));
    assertEquals(1, page.rejected());
    diary().putsRight(odd);
    assertTrue(keys(all(events, Optional.of(page.next()))).contains(odd.key()));
  }

  @Test
  public void ce5_oneKeyIsOneEventThereHoweverOftenItIsTold() throws Exception {
    var ours = ours();
    var events = link().events().orElseThrow();
    assertEquals(Taken.DONE, events.push(ours));
    assertEquals(Taken.DONE, events.push(ours));
    assertEquals(1, Collections.frequency(diary().reads(), ours.key()));
  }

  @Test
  public void ce5_oneKeyIsOneEventThereWhenToldAtOnce() throws Exception {
    var ours = ours();
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Callable<Optional<Taken>> tell = () -> told(link().events().orElseThrow(), ours);
      for (var told : pool.invokeAll(Collections.nCopies(AT_ONCE, tell))) {
        assertNotEquals(Optional.of(Taken.REFUSED), told.get());
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(Taken.DONE, link().events().orElseThrow().push(ours));
    assertEquals(1, Collections.frequency(diary().reads(), ours.key()));
  }

  /** Empty where it may not have arrived (CE9). */
  private static Optional<Taken> told(CentreEvents events, CentreEvent ours) {
    try {
      return Optional.of(events.push(ours));
    } catch (CentreException busy) {
      return Optional.empty();
    }
  }

  @Test
  public void ce6_whatWasPushedDoesNotComeBackUnderAnotherName() throws Exception {
    var events = link().events().orElseThrow();
    var before = all(events, Optional.empty()).size();
    var ours = ours();
    events.push(ours);
    var foreign =
        all(events, Optional.empty()).stream().filter(e -> !e.key().endsWith(".escale")).toList();
    assertTrue(foreign.toString(), foreign.size() <= before);
  }

  @Test
  public void ce7_noRemarkLeavesTheCentre() throws Exception {
    diary().enters(event(Kind.ARRIVED, "", "0"), "Canary Quintessence");
    var page = last(link().events().orElseThrow(), Optional.empty());
    assertFalse(page.toString(), page.toString().contains("Quintessence"));
  }

  @Test
  public void ce9_aPushWithoutAnAnswerCanBeToldAgain() throws Exception {
    if (bench().address().isEmpty()) {
      System.out.println(getClass().getSimpleName() + ": no line that could lose an answer");
      return;
    }
    var ours = ours();
    try (var line = new CutLine(bench().address().orElseThrow());
        var link = bench().adapter().open(bench().config(Optional.of(line.address())))) {
      var events = link.events().orElseThrow();
      line.becomes(CutLine.State.NO_ANSWER);
      assertThrows(() -> events.push(ours));
      line.becomes(CutLine.State.CUT);
      assertThrows(() -> events.push(ours));
      line.becomes(CutLine.State.WHOLE);
      assertEquals(Taken.DONE, events.push(ours));
    }
    assertEquals(1, Collections.frequency(diary().reads(), ours.key()));
  }

  private static void assertThrows(Callable<Taken> push) throws Exception {
    try {
      push.call();
    } catch (CentreException silent) {
      return;
    }
    throw new AssertionError("told over a line that was cut");
  }

  private CentreEvent entered() throws Exception {
    var event = event(Kind.ARRIVED, "", "0");
    diary().enters(event, "as usual");
    return event;
  }

  private static CentreEvent event(Kind kind, String what, String quantity) {
    var booking = key("b-" + UUID.randomUUID()).uid();
    var amount = new BigDecimal(quantity);
    return new CentreEvent(
        UUID.randomUUID().toString(), booking, kind, hours(10, 11).from(), what, amount);
  }

  private static CentreEvent ours() {
    var id = UUID.randomUUID().toString();
    return new CentreEvent(
        "arrived:" + id + "@tck.escale", key("b-" + id).uid(), Kind.ARRIVED, hours(10, 11).from());
  }

  private static List<CentreEvent> all(CentreEvents events, Optional<Cursor> since)
      throws CentreException {
    var all = new ArrayList<CentreEvent>();
    var page = events.pull(since);
    all.addAll(page.events());
    for (int pages = 0; page.more() && pages < PAGES; pages++) {
      page = events.pull(Optional.of(page.next()));
      all.addAll(page.events());
    }
    return all;
  }

  private static EventPage last(CentreEvents events, Optional<Cursor> since)
      throws CentreException {
    var page = events.pull(since);
    for (int pages = 0; page.more() && pages < PAGES; pages++) {
      page = events.pull(Optional.of(page.next()));
    }
    return page;
  }

  private static List<String> keys(List<CentreEvent> events) {
    return events.stream().map(CentreEvent::key).toList();
  }
}
