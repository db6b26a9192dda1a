package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import org.escale.adapter.Incident;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.spi.centre.Key;
import org.junit.After;
import org.junit.Test;

/** What no change told of is found where everything is compared (A1). */
public class FullCompareTest {
  private final Mill mill = new Mill();

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void a1_whatStaffTookAwayWhileNobodyListenedIsCalledOff() {
    var kept = promised("own-1", 12, 14);
    var taken = promised("own-1", 15, 17);
    mill.hall.house.systems.removeAdapter(mill.centre);
    mill.centre.remove("one", entry(taken));
    mill.hall.house.systems.addAdapter(mill.centre);
    calledOff(taken);
    stands(kept);
  }

  @Test
  public void a1_whatTheSystemForgotToTellIsCalledOffWithinTenMinutes() {
    var kept = promised("own-2", 12, 14);
    var taken = promised("own-2", 15, 17);
    mill.centre.loseSight("two", entry(taken));
    mill.hall.pass(Duration.ofMinutes(11));
    calledOff(taken);
    stands(kept);
  }

  private Booking promised(String space, int from, int to) {
    return mill.await(Answers.done(mill.ask(space, hours(from, to))).word(), State.CONFIRMED);
  }

  private static String entry(Booking booking) {
    return new Key(booking.id().value(), "home").uid();
  }

  private void calledOff(Booking booking) {
    var end = mill.await(booking, State.CANCELLED).end().orElseThrow();
    assertEquals("centre", end.by());
    assertEquals("booking.ended.taken-away", end.reason());
    mill.await(() -> !mill.hall.all(Incident.class).isEmpty());
    var incident = mill.hall.all(Incident.class).get(0);
    assertEquals(Incident.Kind.TAKEN_AWAY, incident.kind());
    assertEquals(booking.id(), incident.booking());
  }

  private void stands(Booking booking) {
    mill.awaitRead();
    assertEquals(State.CONFIRMED, mill.now(booking).state());
    assertEquals(
        List.of(Incident.Kind.TAKEN_AWAY),
        mill.hall.all(Incident.class).stream().map(Incident::kind).toList());
  }
}
