package org.escale.core.centres;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.Move;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Mill;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Another time where a person decides: the booking stands until somebody there says yes. */
public class AskedMoveTest {
  private final Mill mill = new Mill();
  private final House house = mill.hall.house;
  private Booking booking;

  @Before
  public void book() {
    var asked = done(mill.ask("ask-1", hours(14, 15))).word();
    booking = done(house.bookings.confirm(house.desk("x"), asked.id())).word();
  }

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void theOldTimeStandsUntilThePersonSaysYesThenTheNewOne() {
    var asked = done(move(house.member("ann"), hours(16, 17))).word();
    assertEquals(hours(14, 15), asked.slot());
    assertTrue(asked.move().filter(Move::asked).isPresent());
    refused(RefusalCode.SPACE_TAKEN, mill.ask("ask-1", hours(16, 17)));
    refused(RefusalCode.SPACE_TAKEN, mill.ask("ask-1", hours(14, 15)));
    refused(RefusalCode.WRONG_STATE, move(house.member("ann"), hours(17, 18)));
    refused(RefusalCode.NOT_ALLOWED, house.bookings.confirm(house.member("ann"), booking.id()));
    var moved = done(house.bookings.confirm(house.desk("x"), booking.id())).word();
    assertEquals(hours(16, 17), moved.slot());
    assertEquals(State.CONFIRMED, moved.state());
    assertEquals(Optional.empty(), moved.move());
    done(mill.ask("ask-1", hours(14, 15)));
    refused(RefusalCode.WRONG_STATE, house.bookings.confirm(house.desk("x"), booking.id()));
  }

  @Test
  public void aNoAndAWithdrawalLeaveItAsItStood() {
    done(move(house.member("ann"), hours(16, 17)));
    var no = done(house.bookings.stay(house.desk("x"), booking.id())).word();
    assertEquals(Optional.of("booking.move.refused"), no.move().flatMap(Move::refused));
    done(move(house.member("ann"), hours(16, 17)));
    var back = done(house.bookings.stay(house.member("ann"), booking.id())).word();
    assertEquals(Optional.of("booking.move.withdrawn"), back.move().flatMap(Move::refused));
    assertEquals(hours(14, 15), back.slot());
    refused(RefusalCode.WRONG_STATE, house.bookings.stay(house.member("ann"), booking.id()));
    refused(RefusalCode.NOT_FOUND, house.bookings.stay(house.member("bob"), booking.id()));
    done(mill.ask("ask-1", hours(16, 17)));
  }

  @Test
  public void whatNobodyAnswersRunsOutBeforeTheOldTimeBegins() {
    var asked = done(move(house.member("ann"), hours(16, 17))).word();
    assertEquals(hours(14, 15).from(), asked.move().orElseThrow().until());
    mill.hall.pass(Duration.between(house.clock.instant(), hours(14, 15).from()));
    var stands = now();
    assertEquals(Optional.of("booking.move.not-answered"), stands.move().flatMap(Move::refused));
    assertEquals(hours(14, 15), stands.slot());
    refused(RefusalCode.WRONG_STATE, house.bookings.confirm(house.desk("x"), booking.id()));
  }

  @Test
  public void theCentreItselfAndWhoWantsLessAskNobody() {
    var less = new TimeSlot(hours(14, 15).from(), hours(14, 15).to().minusSeconds(1800));
    assertEquals(less, done(move(house.member("ann"), less)).word().slot());
    assertEquals(hours(15, 17), done(move(house.desk("x"), hours(15, 17))).word().slot());
  }

  @Test
  public void whoIsThereStaysOnOnceThePersonSaidYes() {
    mill.hall.pass(Duration.between(house.clock.instant(), hours(14, 15).from()));
    var visit = done(mill.hall.reception.checkIn(house.member("ann"), here(booking))).word();
    done(move(house.member("ann"), hours(14, 16)));
    assertEquals(hours(14, 15).to(), mill.hall.now(visit).slot().to());
    done(house.bookings.confirm(house.desk("x"), booking.id()));
    assertEquals(hours(14, 16).to(), mill.hall.now(visit).slot().to());
    assertEquals(hours(14, 16), now().slot());
  }

  private static org.escale.service.Reception.Arrival here(Booking booking) {
    return org.escale.core.fixture.Hall.with(booking);
  }

  private Outcome<Kept<Booking>> move(Caller caller, TimeSlot slot) {
    var kept = house.store.get(Booking.class, booking.id(), Sight.PLATFORM).orElseThrow();
    return house.bookings.move(caller, booking.id(), slot, kept.revision());
  }

  private Booking now() {
    return mill.now(booking);
  }
}
