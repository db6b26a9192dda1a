package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.refusal.RefusalCode;
import org.junit.After;
import org.junit.Test;

/** A space that a person of the centre decides on. */
public class RequestTest {
  private final Mill mill = new Mill();

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void onlyTheCentreSaysYes() {
    var house = mill.hall.house;
    var asked = Answers.done(mill.ask("ask-1", hours(10, 12))).word();
    assertEquals(State.PENDING, asked.state());
    Answers.refused(
        RefusalCode.NOT_ALLOWED, house.bookings.confirm(house.member("ann"), asked.id()));
    Answers.refused(RefusalCode.SPACE_TAKEN, mill.ask("ask-1", hours(11, 13)));
    var yes = Answers.done(house.bookings.confirm(house.desk("x"), asked.id())).word();
    assertEquals(State.CONFIRMED, yes.state());
  }

  @Test
  public void theCentresNoIsARejection() {
    var house = mill.hall.house;
    var asked = Answers.done(mill.ask("ask-1", hours(10, 12))).word();
    var no = Answers.done(house.bookings.cancel(house.desk("x"), asked.id(), "closed")).word();
    assertEquals(State.REJECTED, no.state());
    Answers.done(mill.ask("ask-1", hours(10, 12)));
  }

  @Test
  public void whatNobodyAnswersRunsOutWhenItWouldBegin() {
    var asked = Answers.done(mill.ask("ask-1", hours(10, 12))).word();
    mill.hall.pass(Duration.ofMinutes(115));
    assertEquals(State.PENDING, mill.now(asked).state());
    mill.hall.pass(Duration.ofMinutes(10));
    assertEquals(State.EXPIRED, mill.now(asked).state());
  }
}
