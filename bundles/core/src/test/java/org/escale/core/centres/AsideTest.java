package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Mill;
import org.escale.core.fixture.ToyDiary;
import org.escale.presence.Visit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What cannot be done, there or here, stands aside with its reason: rule CE4, law A3. */
public class AsideTest {
  private static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");

  private final Mill mill = new Mill();
  private final ToyDiary diary = mill.centre.keepsDiary();

  @Before
  public void listen() {
    mill.await(diary::asked);
  }

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void ce4_whatCannotBeDoneGoesAsideWithItsReasonAndChangesNothing() {
    var booking = promised();
    mill.hall.house.clock.set("2027-03-01T10:00:00Z");
    diary.writes(new CentreEvent("e1", "never-heard-of", Kind.ARRIVED, TEN));
    diary.writes("e2", booking, Kind.ARRIVED, TEN.plusSeconds(600));
    diary.writes("e3", booking, Kind.ARRIVED, TEN);
    diary.writes("e3", booking, Kind.LEFT, TEN);
    diary.writes("e4", booking, TEN, "champagne", 5);
    diary.writes(new CentreEvent("e5", booking.id() + "@elsewhere.escale", Kind.LEFT, TEN));
    mill.await(booking, State.CHECKED_IN);
    mill.await(() -> queue().stream().filter(queued -> queued.due().isEmpty()).count() == 4);
    var why = queue().stream().map(q -> q.what() + ": " + q.why()).sorted().toList();
    assertEquals(
        List.of(
            "TOLD-ARRIVED: its clock is more than 120 s ahead",
            "TOLD-ARRIVED: no such booking at this centre",
            "TOLD-EXTRA: the centre has no such extra",
            "TOLD-LEFT: its key was told with another content before"),
        why);
    assertTrue(queue().stream().allMatch(queued -> queued.due().isEmpty()));
    assertTrue(visit().open());
    assertEquals(List.of(), mill.hall.all(UsageRecord.class));
  }

  @Test
  public void ce4_whatRestsOnAnArrivalThatNeverComesGoesAsideAfterADay() {
    var booking = promised();
    mill.hall.house.clock.set("2027-03-01T10:00:00Z");
    diary.writes("e1", booking, Kind.LEFT, TEN);
    mill.await(() -> queue().stream().anyMatch(q -> q.why().equals("nobody has arrived yet")));
    mill.hall.pass(Duration.ofMinutes(90));
    assertEquals("who left was there", State.CONFIRMED, mill.now(booking).state());
    mill.hall.house.clock.set("2027-03-02T10:31:00Z");
    mill.await(booking, State.NO_SHOW);
    mill.await(() -> queue().get(0).due().isEmpty());
    assertEquals("the booking is NO_SHOW, nobody came", queue().get(0).why());
  }

  @Test
  public void a3_whatItRefusesIsSetAsideAndToldOnceItIsReplayed() {
    var booking = promised();
    mill.hall.house.clock.set("2027-03-01T10:00:00Z");
    diary.refuses(true);
    Answers.done(mill.hall.reception.checkIn(ann(), Hall.with(booking)));
    mill.await(() -> queue().stream().anyMatch(q -> q.due().isEmpty()));
    assertEquals("TELL-ARRIVED", queue().get(0).what());
    diary.refuses(false);
    var operator = mill.hall.house.federation();
    Answers.done(mill.adapters.replay(operator, Mill.row().id(), queue().get(0).id()));
    mill.await(() -> diary.told().size() == 1);
  }

  private List<org.escale.service.Adapters.Queued> queue() {
    return Answers.done(mill.adapters.queue(mill.hall.house.federation(), Mill.row().id())).stream()
        .filter(queued -> queued.what().startsWith("T"))
        .toList();
  }

  private Booking promised() {
    var asked = Answers.done(mill.ask("own-1", hours(10, 12))).word();
    return mill.await(asked, State.CONFIRMED);
  }

  private Visit visit() {
    return mill.hall.all(Visit.class).get(0);
  }

  private org.escale.caller.Caller ann() {
    return mill.hall.house.member("ann");
  }
}
