package org.escale.core.booking;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.core.fixture.Acme;
import org.escale.core.fixture.House;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice.Wanted;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class BookingChangesTest {
  private static final TimeSlot TEN = slot("2027-03-01T10:00:00Z", "2027-03-01T12:00:00Z");

  private final House house = new House();

  @Before
  public void open() {
    house.centre("north", 50.5, 4.5, 2);
    house.company("c", "ann", "bob");
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void b3_aSeriesAskedForAgainIsTheSameAndAnotherUnderItsKeyIsRefused() {
    var next = new TimeSlot(TEN.from().plus(Duration.ofDays(1)), TEN.to().plus(Duration.ofDays(1)));
    var key = new RequestKey("series", "k1", "d1");
    var caller = ann().under(key);
    var wish = wish("north-1", TEN);
    var first = done(house.bookings.series(caller, wish, List.of(TEN, next)));
    assertEquals(first, done(house.bookings.series(caller, wish, List.of(TEN, next))));
    var other = new RequestKey("series", "k1", "d2");
    var reused = ann().under(other);
    refused(RefusalCode.KEY_REUSED, house.bookings.series(reused, wish, List.of(next)));
  }

  @Test
  public void aHoldIsConfirmedInTimeOrLapses() {
    var held = done(book(ann(), held("north-1", Duration.ofMinutes(10))));
    assertEquals(State.HELD, held.word().state());
    house.clock.advance(Duration.ofMinutes(9));
    var id = held.word().id();
    assertEquals(State.CONFIRMED, done(house.bookings.confirm(ann(), id)).word().state());
    refused(RefusalCode.WRONG_STATE, house.bookings.confirm(ann(), id));
    var late = done(book(ann(), held("north-2", Duration.ofMinutes(10)))).word().id();
    house.clock.advance(Duration.ofMinutes(10));
    refused(RefusalCode.HOLD_EXPIRED, house.bookings.confirm(ann(), late));
    refused(RefusalCode.INVALID_FIELD, book(ann(), held("north-2", Duration.ofMinutes(16))));
  }

  @Test
  public void movingKeepsTheAgreementAtTheRevisionThatWasRead() {
    var kept = done(book(ann(), wish("north-1", TEN)));
    var id = kept.word().id();
    house.clock.advance(Duration.ofMinutes(1));
    house.plugIns.add(new Acme.Tariff("acme", 2, "9.00"), "acme", "2");
    var longer = slot("2027-03-02T10:00:00Z", "2027-03-02T13:00:00Z");
    refused(RefusalCode.TOO_LATE, late(() -> house.bookings.move(ann(), id, longer, 1)));
    refused(RefusalCode.CHANGED_MEANWHILE, house.bookings.move(desk(), id, longer, 7));
    var moved = done(house.bookings.move(desk(), id, longer, 1)).word();
    assertEquals(longer, moved.slot());
    assertEquals(kept.word().agreement().terms().billing(), moved.agreement().terms().billing());
    assertEquals(Money.euro("12.00"), moved.agreement().terms().ceiling());
    done(book(bob(), wish("north-1", TEN)));
  }

  @Test
  public void stayingOnIsNeverTooLateButMayBeTaken() {
    var id = done(book(ann(), wish("north-1", TEN))).word().id();
    done(book(bob(), wish("north-1", slot("2027-03-01T13:00:00Z", "2027-03-01T14:00:00Z"))));
    var longer = slot("2027-03-01T10:00:00Z", "2027-03-01T13:00:00Z");
    late(
        () -> {
          done(house.bookings.move(ann(), id, longer, 1));
          return Outcome.done(id);
        });
    var tooLong = slot("2027-03-01T10:00:00Z", "2027-03-01T13:00:01Z");
    refused(RefusalCode.SPACE_TAKEN, house.bookings.move(ann(), id, tooLong, 2));
  }

  @Test
  public void cancellingFreesTheSpaceUntilTheTermsLimit() {
    var id = done(book(ann(), wish("north-1", TEN))).word().id();
    var cancelled = done(house.bookings.cancel(ann(), id, "ill")).word();
    assertEquals(State.CANCELLED, cancelled.state());
    assertEquals("member", cancelled.end().orElseThrow().by());
    done(book(bob(), wish("north-1", TEN)));
    refused(RefusalCode.WRONG_STATE, house.bookings.cancel(ann(), id, "again"));
    var other = done(book(ann(), wish("north-2", TEN))).word().id();
    refused(RefusalCode.TOO_LATE, late(() -> house.bookings.cancel(ann(), other, "late")));
    assertEquals("centre", end(house.bookings.cancel(desk(), other, "flood")));
  }

  @Test
  public void eachDateOfASeriesHasItsOwnAnswer() {
    var next = slot("2027-03-02T10:00:00Z", "2027-03-02T12:00:00Z");
    done(book(bob(), wish("north-1", next)));
    var after = slot("2027-03-03T10:00:00Z", "2027-03-03T12:00:00Z");
    var dated = done(house.bookings.series(ann(), wish("north-1", TEN), List.of(TEN, next, after)));
    assertEquals(
        List.of(true, false, true), dated.stream().map(d -> d.booking().isPresent()).toList());
    assertEquals(RefusalCode.SPACE_TAKEN, dated.get(1).refusal().orElseThrow().code());
    var series = dated.get(0).booking().orElseThrow().word().series();
    assertTrue(series.isPresent());
    assertEquals(series, dated.get(2).booking().orElseThrow().word().series());
  }

  private <T> Outcome<T> late(java.util.function.Supplier<Outcome<T>> step) {
    house.clock.set("2027-03-01T08:00:01Z");
    return step.get();
  }

  private static String end(Outcome<Kept<Booking>> outcome) {
    return done(outcome).word().end().orElseThrow().by();
  }

  private Outcome<Kept<Booking>> book(Caller caller, Wanted wanted) {
    return house.bookings.book(caller, wanted);
  }

  private Caller ann() {
    return house.member("ann");
  }

  private Caller bob() {
    return house.member("bob");
  }

  private Caller desk() {
    return house.desk("north");
  }

  private static Wanted wish(String space, TimeSlot slot) {
    return wanted(space, slot, Optional.empty());
  }

  private static Wanted held(String space, Duration time) {
    return wanted(space, TEN, Optional.of(time));
  }

  private static Wanted wanted(String space, TimeSlot slot, Optional<Duration> hold) {
    var nobody = Optional.<org.escale.client.MemberId>empty();
    return new Wanted(
        Optional.empty(), new SpaceId(space), slot, nobody, 1, Map.of(), hold, Optional.empty());
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(Instant.parse(from), Instant.parse(to));
  }
}
