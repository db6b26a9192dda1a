package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.core.fixture.Words;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What is decided here or by a person is seen by the centre's staff in their own system (A1). */
public class ShownTest {
  private final Mill mill = new Mill();

  @Before
  public void nameTheSpacesThere() {
    var plain = Words.space("ceded-1", "x", SpaceKind.DESK);
    mill.hall.house.put(
        new Space(
            plain.id(),
            plain.centre(),
            plain.name(),
            plain.kind(),
            plain.seats(),
            plain.layouts(),
            plain.features(),
            TruthMode.ALLOTMENT));
    var row = Mill.row();
    var named =
        new InstalledAdapter(
            row.id(),
            row.centre(),
            row.kind(),
            row.settings(),
            Map.of("own-1", "one", "own-2", "two", "ask-1", "three", "ceded-1", "four"),
            row.poll(),
            row.deadline());
    Answers.done(mill.adapters.install(mill.hall.house.federation(), named, 1));
    mill.awaitRead();
  }

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void a1_whatWasCededShowsOurBookingsAndTheirMovesAndEnds() {
    var booking = Answers.done(mill.ask("ceded-1", hours(14, 15))).word();
    assertEquals("decided here, at once", State.CONFIRMED, booking.state());
    awaitThere("four", hours(14, 15));
    assertFalse("firm", mill.centre.standing("four").get(0).tentative());
    var house = mill.hall.house;
    Answers.done(house.bookings.move(house.member("ann"), booking.id(), hours(16, 17), 1));
    awaitThere("four", hours(16, 17));
    Answers.done(house.bookings.cancel(house.member("ann"), booking.id(), ""));
    mill.await(() -> mill.centre.standing("four").isEmpty());
  }

  @Test
  public void a1_aRequestIsShownOnceAPersonSaidYes() {
    var asked = Answers.done(mill.ask("ask-1", hours(10, 12))).word();
    mill.awaitRead();
    assertEquals(List.of(), mill.centre.standing("three"));
    var house = mill.hall.house;
    Answers.done(house.bookings.confirm(house.desk("x"), asked.id()));
    awaitThere("three", hours(10, 12));
    mill.awaitRead();
    assertEquals(State.CONFIRMED, mill.now(asked).state());
  }

  @Test
  public void a3_aSystemThatIsGoneNeitherStopsTheBookingNorMissesIt() {
    mill.centre.down(true);
    var booking = Answers.done(mill.ask("ceded-1", hours(10, 12))).word();
    assertEquals(State.CONFIRMED, mill.now(booking).state());
    assertTrue(mill.centre.standing("four").isEmpty());
    mill.centre.down(false);
    awaitThere("four", hours(10, 12));
  }

  private void awaitThere(String space, TimeSlot slot) {
    mill.await(
        () ->
            mill.centre.standing(space).stream()
                .map(e -> e.slots())
                .toList()
                .equals(List.of(List.of(slot))));
  }
}
