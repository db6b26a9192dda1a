package org.escale.tck.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.federation.SpaceId;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Write;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** What answers "free?" decides "take", and two live bookings never overlap. */
public abstract class CalendarContract extends StoreContract {

  @Test
  public void ca1_aLineIsFreeWhereNothingOverlaps_b4() {
    var desk = samples.space("desk");
    var other = samples.space("other");
    kept(samples.booking("a", desk, Samples.slot(1, 2)));
    kept(samples.booking("b", desk, Samples.slot(2, 3)));
    assertEquals(Set.of(other), free(Samples.slot(1, 2), desk, other));
    assertEquals(Set.of(other), free(Samples.slot(1.5, 1.6), desk, other));
    assertEquals(Set.of(other), free(Samples.slot(0, 4), desk, other));
    assertEquals(Set.of(desk, other), free(Samples.slot(0, 1), desk, other));
    assertEquals(Set.of(desk, other), free(Samples.slot(3, 4), desk, other));
    assertEquals(
        List.of(Samples.slot(1, 2), Samples.slot(2, 3)),
        store().calendar().busy(desk, Samples.slot(1.5, 2.5)));
    assertEquals(List.of(), store().calendar().busy(desk, Samples.slot(3, 9)));
    assertEquals(List.of(), store().calendar().busy(other, Samples.slot(0, 9)));
  }

  @Test
  public void jo4_slotsThatOverlapAreRefusedAndThoseThatTouchAreNot_b1() {
    var desk = samples.space("desk");
    kept(samples.booking("a", desk, Samples.slot(2, 4)));
    for (var slot :
        List.of(
            Samples.slot(2, 4),
            Samples.slot(1, 3),
            Samples.slot(3, 5),
            Samples.slot(2.5, 3),
            Samples.slot(1, 9))) {
      refused(RefusalCode.SPACE_TAKEN, new Write.Put(samples.booking("x", desk, slot), 0));
    }
    kept(samples.booking("b", desk, Samples.slot(1, 2)));
    kept(samples.booking("c", desk, Samples.slot(4, 5)));
    kept(samples.booking("d", samples.space("other"), Samples.slot(2, 4)));
  }

  @Test
  public void jo4_everyLiveStateOccupiesAndNoOtherDoes_b1() {
    for (var state : Booking.State.values()) {
      var desk = samples.space("desk-" + state);
      kept(samples.booking("a" + state, desk, Samples.slot(0, 1)).in(state));
      assertEquals(state.name(), state.live(), free(Samples.slot(0, 1), desk).isEmpty());
    }
  }

  @Test
  public void jo4_equipmentIsTakenPieceByPiece_b1() {
    var one = samples.space("beamer#1");
    var two = samples.space("beamer#2");
    var first = samples.booking("a", samples.space("room1"), Samples.slot(0, 2));
    kept(Samples.with(first, one));
    var second = samples.booking("b", samples.space("room2"), Samples.slot(1, 3));
    refused(RefusalCode.EQUIPMENT_TAKEN, new Write.Put(Samples.with(second, one), 0));
    assertFalse("no trace", free(Samples.slot(1, 3), samples.space("room2")).isEmpty());
    kept(Samples.with(second, two));
    committed(new Write.Put(first.in(Booking.State.CANCELLED), 1));
    kept(Samples.with(samples.booking("c", samples.space("room3"), Samples.slot(0, 1)), one));
  }

  @Test
  public void jo4_aBookingMovesOverItself_b1() {
    var desk = samples.space("desk");
    var booking = kept(samples.booking("a", desk, Samples.slot(1, 3))).word();
    committed(new Write.Put(booking.at(Samples.slot(2, 4)), 1));
    assertFalse(free(Samples.slot(1, 2), desk).isEmpty());
    assertTrue(free(Samples.slot(3, 4), desk).isEmpty());
    committed(new Write.Put(booking.at(Samples.slot(2, 5)), 2));
    kept(samples.booking("b", desk, Samples.slot(6, 7)));
    refused(RefusalCode.SPACE_TAKEN, new Write.Put(booking.at(Samples.slot(2, 6.5)), 3));
    assertEquals(List.of(Samples.slot(2, 5)), store().calendar().busy(desk, Samples.slot(0, 6)));
  }

  @Test
  public void jo4_whatOneChangeFreesItsNextWriteMayTake_b1() {
    var desk = samples.space("desk");
    var first = kept(samples.booking("a", desk, Samples.slot(1, 3))).word();
    var next = samples.booking("b", desk, Samples.slot(2, 4));
    refused(
        RefusalCode.SPACE_TAKEN,
        new Write.Put(next, 0),
        new Write.Put(first.in(Booking.State.CANCELLED), 1));
    committed(new Write.Put(first.in(Booking.State.CANCELLED), 1), new Write.Put(next, 0));
    assertEquals(List.of(Samples.slot(2, 4)), store().calendar().busy(desk, Samples.slot(0, 9)));
  }

  @Test
  public void jo4_oneOfManyAtOnceGetsThePlace_b1_b7() throws Exception {
    var desk = samples.space("desk");
    var won = new AtomicInteger();
    atOnce(
        16,
        i ->
            () -> {
              var booking = samples.booking("b" + i, desk, Samples.slot(i * 0.01, 5));
              var outcome = store().journal().commit(Change.of(new Write.Put(booking, 0)));
              if (outcome instanceof CommitOutcome.Committed) {
                won.incrementAndGet();
              }
              return null;
            });
    assertEquals(1, won.get());
    assertEquals(1, store().calendar().busy(desk, Samples.slot(0, 9)).size());
  }

  @Test
  public void jo4_aRandomCrowdNeverOverlaps_b1_b5() throws Exception {
    var lines = List.of(samples.space("d1"), samples.space("d2"), samples.space("d3"));
    atOnce(8, i -> () -> crowd(i, lines));
    for (var line : lines) {
      var live =
          all().stream()
              .filter(b -> b.state().live() && b.space().equals(line))
              .map(Booking::slot)
              .sorted(java.util.Comparator.comparing(TimeSlot::from))
              .toList();
      for (int i = 1; i < live.size(); i++) {
        assertFalse(live.get(i - 1) + " " + live.get(i), live.get(i - 1).overlaps(live.get(i)));
      }
      assertEquals("B7", live, store().calendar().busy(line, Samples.slot(0, 1000)));
    }
  }

  @Test
  public void ca2_whatWasTakenIsNotFreeAfterwards_b5() {
    var desk = samples.space("desk");
    for (int i = 0; i < 50; i++) {
      kept(samples.booking("b" + i, desk, Samples.slot(i, i + 1)));
      assertTrue(free(Samples.slot(i, i + 1), desk).isEmpty());
    }
  }

  @Test
  public void ca3_whatTheCentresOwnSystemSaysIsNotFree_b7() {
    var desk = samples.space("desk");
    var before = kept(samples.booking("before", desk, Samples.slot(1, 3))).word();
    kept(samples.foreign("f1", desk, Samples.slot(2, 4), Samples.slot(8, 9)));
    kept(samples.foreign("f2", desk, Samples.slot(3, 5)));
    assertEquals(Set.of(), free(Samples.slot(4, 5), desk));
    assertEquals(Set.of(desk), free(Samples.slot(5, 8), desk));
    refused(
        RefusalCode.SPACE_TAKEN,
        new Write.Put(samples.booking("over", desk, Samples.slot(8.5, 10)), 0));
    assertEquals(
        List.of(Samples.slot(1, 3), Samples.slot(2, 4), Samples.slot(3, 5)),
        store().calendar().busy(desk, Samples.slot(0, 6)));
    committed(new Write.Put(before.in(Booking.State.CHECKED_IN), 1));
    refused(RefusalCode.SPACE_TAKEN, new Write.Put(before.at(Samples.slot(1, 3.5)), 2));
  }

  @Test
  public void ca3_whatIsGoneOrChangedThereIsFreeAgain_b5() {
    var desk = samples.space("desk");
    var time = samples.foreign("f1", desk, Samples.slot(2, 4));
    kept(time);
    committed(new Write.Put(samples.foreign("f1", desk, Samples.slot(6, 7)), 1));
    assertEquals(Set.of(desk), free(Samples.slot(2, 4), desk));
    assertEquals(Set.of(), free(Samples.slot(6, 7), desk));
    refused(
        RefusalCode.CHANGED_MEANWHILE,
        new Write.Remove(org.escale.adapter.ForeignTime.class, time.id()),
        new Write.Put(samples.foreign("f1", desk, Samples.slot(1, 2)), 7));
    assertEquals("no trace", Set.of(), free(Samples.slot(6, 7), desk));
    committed(new Write.Remove(org.escale.adapter.ForeignTime.class, time.id()));
    assertEquals(Set.of(desk), free(Samples.slot(6, 7), desk));
    kept(samples.booking("now", desk, Samples.slot(6, 7)));
  }

  private Void crowd(int worker, List<SpaceId> lines) {
    var random = new Random(worker);
    for (int n = 0; n < 40; n++) {
      var from = random.nextInt(200) / 4.0;
      var slot = Samples.slot(from, from + 0.25 + random.nextInt(12) / 4.0);
      var line = lines.get(random.nextInt(lines.size()));
      var booking = samples.booking("w" + worker + "-" + n, line, slot);
      var outcome = store().journal().commit(Change.of(new Write.Put(booking, 0)));
      if (outcome instanceof CommitOutcome.Committed) {
        assertTrue("B5", free(slot, line).isEmpty());
        if (random.nextInt(3) == 0) {
          committed(new Write.Put(booking.in(Booking.State.CANCELLED), 1));
        } else if (random.nextInt(3) == 0) {
          store()
              .journal()
              .commit(Change.of(new Write.Put(booking.at(Samples.slot(from, from + 4)), 1)));
        }
      }
    }
    return null;
  }

  private List<Booking> all() {
    var all = new ArrayList<Booking>();
    var query = Query.where("centreId", samples.name("centre"));
    var page = store().words().find(Booking.class, query, Sight.PLATFORM);
    page.items().forEach(k -> all.add(k.word()));
    while (page.next().isPresent()) {
      page =
          store().words().find(Booking.class, query.after(page.next().getAsLong()), Sight.PLATFORM);
      page.items().forEach(k -> all.add(k.word()));
    }
    return all;
  }

  private Set<SpaceId> free(TimeSlot slot, SpaceId... lines) {
    return store().calendar().free(List.of(lines), slot);
  }

  private static void atOnce(int threads, java.util.function.IntFunction<Callable<Void>> work)
      throws Exception {
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var calls = new ArrayList<Callable<Void>>();
      for (int i = 0; i < threads; i++) {
        calls.add(work.apply(i));
      }
      for (var done : pool.invokeAll(calls)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
  }
}
