package org.escale.tck.centre;

import static org.escale.tck.centre.StaffEvent.once;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** The rules CD1 to CD6, CD8 and CD9 of {@link CentreDesk}, and CF5. */
public abstract class CentreDeskContract extends CentreContract {
  private static final int AT_ONCE = 8;

  @Test
  public void cd1_oneKeyIsOneEntryHoweverOftenItIsAsked() throws Exception {
    var space = bench().space("cd1");
    var request = request(space, "b1", hours(10, 11));
    var first = done(desk().hold(request));
    assertEquals(first.id(), done(desk().hold(request)).id());
    assertEquals(1, ours(space).size());
  }

  @Test
  public void cd1_oneKeyIsOneEntryWhenAskedAtOnce() throws Exception {
    var space = bench().space("cd1-race");
    var request = request(space, "b1-race", hours(10, 11));
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      Callable<DeskAnswer> ask = () -> desk().hold(request);
      for (var answer : pool.invokeAll(java.util.Collections.nCopies(AT_ONCE, ask))) {
        assertFalse(String.valueOf(answer.get()), answer.get() instanceof DeskAnswer.Conflict);
      }
    } finally {
      pool.shutdownNow();
    }
    done(desk().hold(request));
    assertEquals(1, ours(space).size());
  }

  @Test
  public void cd2_aLostAnswerIsUnknownAndLookupTells() throws Exception {
    if (bench().address().isEmpty()) {
      System.out.println(getClass().getSimpleName() + ": no line that could lose an answer");
      return;
    }
    var space = bench().space("cd2");
    try (var line = new CutLine(bench().address().orElseThrow());
        var link = bench().adapter().open(bench().config(Optional.of(line.address())))) {
      var desk = link.desk().orElseThrow();
      var request = request(space, "b2", hours(10, 11));
      line.becomes(CutLine.State.NO_ANSWER);
      var answer = desk.hold(request);
      assertTrue(answer.toString(), answer instanceof DeskAnswer.Unknown);
      line.becomes(CutLine.State.CUT);
      var never = desk.hold(request(space, "b2-never", hours(14, 15)));
      assertTrue(
          never.toString(),
          never instanceof DeskAnswer.Unavailable || never instanceof DeskAnswer.Unknown);
      line.becomes(CutLine.State.WHOLE);
      assertTrue(desk.lookup(space, key("b2-never")).isEmpty());
      var held = done(desk.hold(request));
      assertEquals(held.id(), desk.lookup(space, key("b2")).orElseThrow().id());
      assertEquals(1, ours(space).size());
    }
  }

  @Test
  public void cd3_whatOnlyTouchesIsHeldToo() throws Exception {
    var space = bench().space("cd3");
    done(desk().hold(request(space, "b3", hours(10, 11))));
    done(desk().hold(request(space, "b3-next", hours(11, 12))));
    done(desk().hold(request(space, "b3-before", hours(9, 10))));
    assertEquals(3, ours(space).size());
  }

  @Test
  public void cd4_heldIsTentativeUntilConfirmed() throws Exception {
    var space = bench().space("cd4");
    var held = done(desk().hold(request(space, "b4", hours(10, 11))));
    assertTrue("held", desk().lookup(space, held.key()).orElseThrow().tentative());
    var firm = done(desk().confirm(held));
    assertFalse("firm", desk().lookup(space, held.key()).orElseThrow().tentative());
    assertEquals(firm, done(desk().confirm(firm)));
    assertBusy(space, hours(0, 24), hours(10, 11));
  }

  @Test
  public void cd4_aRestartBetweenStepsLosesNothing() throws Exception {
    var space = bench().space("cd4-restart");
    done(desk().hold(request(space, "b4-restart", hours(10, 11))));
    try (var after = bench().adapter().open(bench().config(Optional.empty()))) {
      var desk = after.desk().orElseThrow();
      var found = desk.lookup(space, key("b4-restart")).orElseThrow();
      done(desk.confirm(new ForeignRef(space, key("b4-restart"), found.id(), found.revision())));
    }
    assertFalse(desk().lookup(space, key("b4-restart")).orElseThrow().tentative());
  }

  @Test
  public void cd5_whatSomebodyTookAwayOrMovedIsNotConfirmed() throws Exception {
    var space = bench().space("cd5");
    var gone = done(desk().hold(request(space, "b5", hours(10, 11))));
    bench().staff().remove(space, gone.key().uid());
    assertTrue(desk().confirm(gone) instanceof DeskAnswer.Conflict);
    var moved = done(desk().hold(request(space, "b5-moved", hours(12, 13))));
    bench().staff().write(space, once(moved.key().uid(), hours(15, 16)));
    assertTrue(desk().confirm(moved) instanceof DeskAnswer.Conflict);
    assertBusy(space, hours(0, 24), hours(15, 16));
  }

  @Test
  public void cd6_cancellingTakesAwayOursAndOnlyOnce() throws Exception {
    var space = bench().space("cd6");
    var held = done(desk().hold(request(space, "b6", hours(10, 11))));
    bench().staff().write(space, once("theirs", hours(10, 12)));
    assertTrue(desk().cancel(held) instanceof DeskAnswer.Done);
    assertTrue(desk().cancel(held) instanceof DeskAnswer.Done);
    assertBusy(space, hours(0, 24), hours(10, 12));
    assertTrue(desk().lookup(space, held.key()).isEmpty());
  }

  @Test
  public void cd8_staffReadsTheLabelAndCf5TheKeyComesBack() throws Exception {
    var space = bench().space("cd8");
    bench().staff().write(space, once("theirs", hours(8, 9)));
    done(desk().hold(request(space, "b8", hours(10, 11))));
    assertTrue(bench().staff().reads(space).contains("Escale b8"));
    var keys =
        link().feed().pull(space, hours(0, 24)).entries().stream()
            .map(ForeignEntry::key)
            .sorted(java.util.Comparator.comparing(Optional::isPresent))
            .toList();
    assertEquals(List.of(Optional.<Key>empty(), Optional.of(key("b8"))), keys);
  }

  @Test
  public void cd9_aMoveIsHeldBesideTheOldTimeAndTheOldIsTakenAwayAlone() throws Exception {
    var space = bench().space("cd9");
    var old = done(desk().confirm(done(desk().hold(request(space, "b9", hours(10, 11))))));
    var next = done(desk().hold(moved(space, "b9", hours(13, 14))));
    assertBusy(space, hours(0, 24), hours(10, 11), hours(13, 14));
    assertFalse(desk().lookup(space, old.key()).orElseThrow().tentative());
    done(desk().confirm(next));
    assertTrue(desk().cancel(old) instanceof DeskAnswer.Done);
    assertTrue(desk().lookup(space, old.key()).isEmpty());
    assertEquals(next.id(), desk().lookup(space, next.key()).orElseThrow().id());
    assertBusy(space, hours(0, 24), hours(13, 14));
  }

  @Test
  public void cd9_aBookingIsNotInItsOwnWayOrStandsAsItDid() throws Exception {
    var space = bench().space("cd9-longer");
    var old = done(desk().confirm(done(desk().hold(request(space, "b9-longer", hours(10, 12))))));
    var answer = desk().hold(moved(space, "b9-longer", hours(11, 13)));
    if (answer instanceof DeskAnswer.Conflict) {
      System.out.println(getClass().getSimpleName() + ": refuses a booking that overlaps itself");
      assertBusy(space, hours(0, 24), hours(10, 12));
      return;
    }
    done(desk().confirm(done(answer)));
    assertFalse(desk().lookup(space, old.key()).orElseThrow().tentative());
    assertTrue(desk().cancel(old) instanceof DeskAnswer.Done);
    assertBusy(space, hours(0, 24), hours(11, 13));
  }

  private static HoldRequest moved(SpaceRef space, String booking, TimeSlot slot) {
    var key = new Key(booking, 1, "tck");
    return new HoldRequest(space, key, slot, slot.from().minusSeconds(60), "Escale " + booking);
  }

  private CentreDesk desk() {
    return link().desk().orElseThrow();
  }

  private List<ForeignEntry> ours(SpaceRef space) throws Exception {
    return link().feed().pull(space, YEAR).entries().stream()
        .filter(entry -> entry.key().isPresent())
        .toList();
  }

  static HoldRequest request(SpaceRef space, String booking, TimeSlot slot) {
    return new HoldRequest(
        space, key(booking), slot, slot.from().minusSeconds(60), "Escale " + booking);
  }

  static ForeignRef done(DeskAnswer answer) {
    assertTrue(answer.toString(), answer instanceof DeskAnswer.Done);
    return ((DeskAnswer.Done) answer).ref();
  }
}
