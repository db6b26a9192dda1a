package org.escale.core.storm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.Incident;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Deciding;
import org.escale.core.storm.Radicale.Event;
import org.escale.federation.OpeningHours;
import org.escale.federation.OpeningHours.Hours;
import org.escale.federation.Space;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Ceded hours in a real calendar, a Radicale: what its staff sees there, and what we read back. */
public class CededCalendarTest {
  private static final Instant MONDAY = Instant.parse("2027-03-01T00:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final int WEEKS = 4;

  private Twin twin;
  private Space desk;

  @Before
  public void open() throws Exception {
    twin = new Twin(1, 1);
    desk = twin.desks.get(0);
    give(TruthMode.ALLOTMENT, DayOfWeek.MONDAY);
    twin.await(() -> stands(slot(MONDAY, 8, 16)) && firm() == WEEKS);
  }

  @After
  public void close() throws Exception {
    twin.close();
  }

  @Test
  public void a1_theyStandInTheCalendarMoveWithTheWeekAndGoWhenNothingIsCeded() throws Exception {
    assertTrue(standing().stream().allMatch(CededCalendarTest::block));
    assertTrue(twin.radicale.write(name(), "staff", slot(TUESDAY, 9, 10)));
    give(TruthMode.ALLOTMENT, DayOfWeek.TUESDAY);
    twin.await(() -> stands(slot(TUESDAY, 8, 16)) && blocks() == WEEKS);
    assertFalse(stands(slot(MONDAY, 8, 16)));
    give(TruthMode.FEDERATION, DayOfWeek.TUESDAY);
    twin.await(() -> blocks() == 0);
    assertEquals(List.of("staff"), standing().stream().map(Event::uid).toList());
  }

  @Test
  public void a1_aBookingStandsAmongThemAndCollidesWithNone() {
    var slot = slot(MONDAY, 13, 14);
    var booking = Answers.done(ask(slot)).word();
    assertEquals(State.CONFIRMED, booking.state());
    var left = List.of(slot(MONDAY, 8, 13), slot, slot(MONDAY, 14, 16));
    twin.await(() -> left.stream().allMatch(this::stands) && firm() == WEEKS + 2);
    twin.pass(Duration.ofMinutes(11));
    nothingIsForeignAndNothingCollides();
    var house = twin.hall.house;
    Answers.done(house.bookings.cancel(house.member("m0"), booking.id(), ""));
    twin.await(() -> stands(slot(MONDAY, 8, 16)) && firm() == WEEKS);
  }

  @Test
  public void a1_whereTheCalendarDecidesAgainTheyAreReadAsOursAndInNobodysWay() throws Exception {
    var since = twin.hall.house.clock.instant();
    give(TruthMode.CENTRE_CHECKED, DayOfWeek.MONDAY);
    var booking = Answers.done(ask(slot(MONDAY, 12, 13))).word();
    twin.await(() -> now(booking).state() == State.CONFIRMED);
    twin.pass(Duration.ofMinutes(11));
    twin.await(() -> read(since) && blocks() == 0);
    nothingIsForeignAndNothingCollides();
    assertEquals(List.of(slot(MONDAY, 12, 13)), standing().stream().map(Event::slot).toList());
  }

  private void nothingIsForeignAndNothingCollides() {
    assertEquals(List.of(), twin.hall.all(ForeignTime.class));
    assertEquals(List.of(), twin.hall.all(Incident.class));
  }

  private Outcome<Kept<Booking>> ask(TimeSlot slot) {
    var wanted =
        new org.escale.service.BookingOffice.Wanted(
            Optional.empty(),
            desk.id(),
            slot,
            Optional.empty(),
            1,
            Map.of(),
            Optional.empty(),
            Optional.empty());
    return twin.hall.house.bookings.book(twin.hall.house.member("m0"), wanted);
  }

  private Booking now(Booking booking) {
    return twin.hall.all(Booking.class).stream()
        .filter(each -> each.id().equals(booking.id()))
        .findFirst()
        .orElseThrow();
  }

  private void give(TruthMode mode, DayOfWeek day) {
    var shift = List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(16, 0)));
    var ceded = new OpeningHours(ZoneOffset.UTC, Map.of(day, shift), Set.of());
    var desk = new Deciding(twin.hall.house, twin.hall.house.desk("cei"));
    Answers.done(desk.give(name(), mode, Optional.of(ceded)));
  }

  private boolean read(Instant since) {
    return twin.hall.house.freshness.asOf(desk, since).filter(since::isBefore).isPresent();
  }

  private boolean stands(TimeSlot slot) {
    return standing().stream().anyMatch(event -> event.slot().equals(slot) && !event.tentative());
  }

  /** How much stands there; -1 while something is held only. */
  private int firm() {
    var all = standing();
    return all.stream().anyMatch(Event::tentative) ? -1 : all.size();
  }

  private long blocks() {
    return standing().stream().filter(CededCalendarTest::block).count();
  }

  private static boolean block(Event event) {
    return event.uid().startsWith("ceded-");
  }

  private String name() {
    return desk.id().value();
  }

  /** Read again where a file went while they were read. */
  private List<Event> standing() {
    for (; ; ) {
      try {
        return twin.radicale.standing(name());
      } catch (UncheckedIOException changing) {
        if (!(changing.getCause() instanceof NoSuchFileException)) {
          throw changing;
        }
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }

  private static TimeSlot slot(Instant day, int from, int to) {
    return new TimeSlot(day.plus(Duration.ofHours(from)), day.plus(Duration.ofHours(to)));
  }
}
