package org.escale.tck.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.booking.Move;
import org.escale.federation.SpaceId;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Write;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** What a booking occupies while its centre is asked for another time. */
public abstract class MovesContract extends StoreContract {

  @Test
  public void jo4_aBookingThatAsksForAnotherTimeOccupiesBoth_b1() {
    var desk = samples.space("desk");
    var first = kept(samples.booking("a", desk, Samples.slot(1, 3))).word();
    kept(samples.foreign("late", desk, Samples.slot(1.5, 2)));
    var longer = first.asking(Optional.of(move(Samples.slot(2, 4))));
    committed(new Write.Put(longer, 1));
    assertEquals(List.of(Samples.slot(1, 4), Samples.slot(1.5, 2)), busy(desk));
    var away = first.asking(Optional.of(move(Samples.slot(6, 7))));
    committed(new Write.Put(away, 2));
    refused(
        RefusalCode.SPACE_TAKEN,
        new Write.Put(samples.booking("x", desk, Samples.slot(6.5, 8)), 0));
    kept(samples.booking("b", desk, Samples.slot(3, 6)));
    var over = first.asking(Optional.of(move(Samples.slot(5, 7))));
    refused(RefusalCode.SPACE_TAKEN, new Write.Put(over, 3));
    var stays = first.asking(away.move().map(move -> move.refused("no")));
    committed(new Write.Put(stays, 3));
    assertFalse(free(Samples.slot(6, 7), desk).isEmpty());
    committed(new Write.Put(away, 4));
    committed(new Write.Put(first.at(Samples.slot(6, 7)), 5));
    assertEquals(List.of(Samples.slot(1.5, 2), Samples.slot(3, 6), Samples.slot(6, 7)), busy(desk));
  }

  @Test
  public void ca1_whoHasALineIsKnownInOrderEachOnceWhileItIsLive() {
    var desk = samples.space("desk");
    var late = kept(samples.booking("late", desk, Samples.slot(3, 4))).word();
    var early = kept(samples.booking("early", desk, Samples.slot(1, 3))).word();
    assertEquals(List.of(early.id(), late.id()), bookings(desk, Samples.slot(2, 4)));
    assertEquals(List.of(early.id()), bookings(desk, Samples.slot(2, 3)));
    assertEquals(List.of(), bookings(samples.space("other"), Samples.slot(0, 9)));
    committed(new Write.Put(early.asking(Optional.of(move(Samples.slot(6, 7)))), 1));
    assertEquals(List.of(early.id(), late.id()), bookings(desk, Samples.slot(0, 9)));
    assertEquals(List.of(early.id()), bookings(desk, Samples.slot(6, 7)));
    committed(new Write.Put(early.in(State.EXPIRED), 2));
    assertEquals(List.of(late.id()), bookings(desk, Samples.slot(0, 9)));
  }

  private List<BookingId> bookings(SpaceId line, TimeSlot slot) {
    return store().calendar().bookings(line, slot);
  }

  private static Move move(TimeSlot slot) {
    return new Move(1, slot, SampleTerms.agreement(), slot.to(), Optional.empty());
  }

  private List<TimeSlot> busy(SpaceId line) {
    return store().calendar().busy(line, Samples.slot(0, 9));
  }

  private Set<SpaceId> free(TimeSlot slot, SpaceId line) {
    return store().calendar().free(List.of(line), slot);
  }
}
