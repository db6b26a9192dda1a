package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.Incident;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Deciding;
import org.escale.core.fixture.Mill;
import org.escale.federation.OpeningHours;
import org.escale.federation.OpeningHours.Hours;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.ForeignEntry;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Hours that a centre ceded stand in its own system as ours, as long as they are ceded (A1). */
public class CededHoursTest {
  private static final String THERE = "one";

  private final Mill mill = new Mill();
  private final Deciding deciding = new Deciding(mill.hall.house, mill.hall.house.desk("x"));

  @Before
  public void cede() {
    give(TruthMode.ALLOTMENT);
    awaitOnMonday(hours(8, 12));
  }

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void a1_theyStandThereFourWeeksAheadAndGoWithTheAllotment() {
    var all = mill.centre.standing(THERE);
    assertEquals("each Monday of four weeks", 4, all.size());
    assertTrue(all.stream().noneMatch(ForeignEntry::tentative));
    assertTrue(all.stream().allMatch(entry -> Blocks.is(entry.key().orElseThrow())));
    mill.hall.pass(Duration.ofDays(7));
    mill.hall.pass(Duration.ofMinutes(10));
    mill.await(() -> ahead() == 4);
    give(TruthMode.FEDERATION);
    mill.await(() -> ahead() == 0);
  }

  @Test
  public void a1_aBookingTakesItsPartAlsoWhereNothingMayOverlap() {
    mill.centre.refuses(true);
    var booking = Answers.done(mill.ask("own-1", hours(9, 10))).word();
    assertEquals(State.CONFIRMED, booking.state());
    awaitOnMonday(hours(8, 9), hours(9, 10), hours(10, 12));
    var house = mill.hall.house;
    Answers.done(house.bookings.move(house.desk("x"), booking.id(), hours(10, 12), 1));
    awaitOnMonday(hours(8, 10), hours(10, 12));
    Answers.done(house.bookings.cancel(house.desk("x"), booking.id(), ""));
    awaitOnMonday(hours(8, 12));
  }

  @Test
  public void b6_whatGetsLostOnTheWayIsThereOnceInTheEnd() {
    give(TruthMode.FEDERATION);
    mill.await(() -> ahead() == 0);
    mill.centre.loses(3);
    give(TruthMode.ALLOTMENT);
    awaitOnMonday(hours(8, 12));
    mill.await(() -> ahead() == 4);
  }

  @Test
  public void whatStaffTakesAwayComesBackAndWhatItWritesStays() {
    mill.centre.staff(THERE, "staff", hours(8, 9));
    mill.centre.remove(THERE, onMonday().get(0).id());
    mill.hall.pass(Duration.ofMinutes(10));
    mill.await(() -> onMonday().size() == 2);
    give(TruthMode.FEDERATION);
    mill.await(() -> onMonday().size() == 1);
    assertTrue(onMonday().get(0).key().isEmpty());
  }

  @Test
  public void theSweeperTakesThemWhereTheSystemDecidesAgainAndNobodyIsInTheirWay() {
    give(TruthMode.CENTRE_CHECKED);
    var booking = Answers.done(mill.ask("own-1", hours(9, 10))).word();
    mill.await(booking, State.CONFIRMED);
    mill.await(() -> onMonday().size() == 1);
    assertFalse(Blocks.is(onMonday().get(0).key().orElseThrow()));
    assertEquals(List.of(), mill.hall.all(Incident.class));
  }

  private void give(TruthMode mode) {
    var mornings = List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(12, 0)));
    var week = Map.of(DayOfWeek.MONDAY, mornings);
    var ceded = new OpeningHours(ZoneOffset.UTC, week, Set.of());
    Answers.done(deciding.give("own-1", mode, Optional.of(ceded)));
  }

  private List<ForeignEntry> onMonday() {
    return mill.centre.standing(THERE).stream().filter(e -> e.overlaps(hours(0, 24))).toList();
  }

  private long ahead() {
    var now = mill.hall.house.clock.instant();
    return mill.centre.standing(THERE).stream()
        .filter(entry -> entry.slots().get(0).to().isAfter(now))
        .count();
  }

  private void awaitOnMonday(TimeSlot... slots) {
    mill.await(
        () ->
            Set.of(slots)
                    .equals(
                        Set.copyOf(onMonday().stream().flatMap(e -> e.slots().stream()).toList()))
                && onMonday().size() == slots.length
                && onMonday().stream().noneMatch(ForeignEntry::tentative));
  }
}
