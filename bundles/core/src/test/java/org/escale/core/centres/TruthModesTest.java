package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Deciding;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Mill;
import org.escale.federation.OpeningHours;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.word.Kept;
import org.junit.After;
import org.junit.Test;

/** Who decides on a space, and what has to be proven for it. */
public class TruthModesTest {
  private final Mill mill = new Mill();
  private final House house = mill.hall.house;
  private final Deciding deciding = new Deciding(house, house.desk("x"));

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void whatWasNotEarnedIsNotGiven() {
    var refused = refusal(to("own-1", TruthMode.CENTRE_ATOMIC));
    assertEquals(RefusalCode.INVALID_FIELD, refused.code());
    assertEquals("CENTRE_CHECKED", refused.details().get("earned"));
    assertEquals("truthMode", refusal(to("x-1", TruthMode.CENTRE_CHECKED)).details().get("field"));
    assertEquals(TruthMode.CENTRE_CHECKED, space("own-1").word().truth());
  }

  @Test
  public void allFiveCanBeGivenWhereTheyHold() {
    Answers.done(to("own-1", TruthMode.REQUEST));
    Answers.done(to("own-1", TruthMode.FEDERATION));
    Answers.done(deciding.give("own-1", TruthMode.ALLOTMENT, Optional.of(mornings())));
    Answers.done(to("own-1", TruthMode.CENTRE_CHECKED));
  }

  @Test
  public void aSystemThatDoesNotAnswerProvesNothing() {
    Answers.done(to("own-1", TruthMode.REQUEST));
    mill.centre.down(true);
    Answers.refused(RefusalCode.TEMPORARILY_UNAVAILABLE, to("own-1", TruthMode.CENTRE_CHECKED));
  }

  @Test
  public void a1_bookingsThatStandAreNotLeftBehindOnOneSide() {
    var booking =
        mill.await(Answers.done(mill.ask("own-1", hours(14, 15))).word(), State.CONFIRMED);
    assertEquals("1", refusal(to("own-1", TruthMode.FEDERATION)).details().get("bookings"));
    Answers.done(house.bookings.cancel(house.member("ann"), booking.id(), "no"));
    Answers.done(to("own-1", TruthMode.FEDERATION));
  }

  @Test
  public void anAllotmentIsBookedInItsHoursAlone() {
    Answers.refused(RefusalCode.INVALID_FIELD, to("own-1", TruthMode.ALLOTMENT));
    Answers.done(deciding.give("own-1", TruthMode.ALLOTMENT, Optional.of(mornings())));
    Answers.refused(RefusalCode.SPACE_TAKEN, mill.ask("own-1", hours(13, 14)));
    Answers.refused(RefusalCode.SPACE_TAKEN, mill.ask("own-1", hours(10, 12)));
    var booking = Answers.done(mill.ask("own-1", hours(9, 11))).word();
    assertEquals(State.CONFIRMED, booking.state());
    var moved = house.bookings.move(house.member("ann"), booking.id(), hours(9, 12), 1);
    Answers.refused(RefusalCode.SPACE_TAKEN, moved);
  }

  @Test
  public void theLastPlacesOfAKindAreHeldBackForASlowFeed() {
    var row = house.snapshots.now().kept(InstalledAdapter.class, Mill.row().id()).orElseThrow();
    var safe = row.word();
    Answers.done(
        mill.adapters.install(
            house.federation(),
            new InstalledAdapter(
                safe.id(),
                safe.centre(),
                safe.kind(),
                safe.settings(),
                safe.spaces(),
                safe.poll(),
                safe.deadline(),
                safe.near(),
                1,
                safe.hook(),
                safe.tells()),
            row.revision()));
    mill.awaitRead();
    Answers.done(mill.ask("own-1", hours(9, 11)));
    Answers.refused(RefusalCode.SPACE_TAKEN, mill.ask("own-2", hours(10, 12)));
    Answers.done(mill.ask("own-2", hours(11, 12)));
    assertEquals(Set.of(), house.supply.of(List.of(space("own-2").word()), hours(9, 10)));
  }

  private Outcome<Kept<Space>> to(String id, TruthMode mode) {
    return deciding.give(id, mode, Optional.empty());
  }

  private Kept<Space> space(String id) {
    return house.snapshots.now().kept(Space.class, new SpaceId(id)).orElseThrow();
  }

  private static org.escale.refusal.Refusal refusal(Outcome<?> outcome) {
    return ((Outcome.Refused<?>) outcome).refusal();
  }

  /** From nine to noon in Brussels, which is eight to eleven in UTC. */
  private static OpeningHours mornings() {
    var morning = new OpeningHours.Hours(LocalTime.of(9, 0), LocalTime.NOON);
    var week = new EnumMap<DayOfWeek, List<OpeningHours.Hours>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, List.of(morning));
    }
    return new OpeningHours(House.BRUSSELS, week, Set.of());
  }
}
