package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.escale.adapter.AdapterId;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.refusal.RefusalCode;
import org.escale.service.Adapters.Queued;
import org.escale.service.Adapters.Standing;
import org.junit.After;
import org.junit.Test;

/** What a centre's system has not been told (A3). */
public class QueueTest {
  private static final AdapterId ID = new AdapterId("a-x");
  private static final Optional<BookingId> BAD = Optional.of(new BookingId("bad"));
  private final Mill mill = new Mill();

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void a3_aPoisonedMessageIsSetAsideAndBlocksNobody() {
    mill.centre.chokesOn("bad");
    Answers.done(mill.ask(BAD, "own-1", hours(14, 15)));
    mill.hall.pass(Duration.ofSeconds(2));
    var other = Answers.done(mill.ask("own-1", hours(16, 17))).word();
    mill.hall.pass(Duration.ofSeconds(1));
    mill.await(other, State.CONFIRMED);
    assertEquals("the system is not at fault", Optional.empty(), standing().silentUntil());
    mill.await(() -> standing().aside() == 1);
    var aside = queue().get(0);
    assertEquals(Optional.empty(), aside.due());
    assertEquals("PENDING", aside.what());
    assertTrue(aside.why(), aside.why().contains("cannot be read"));
    mill.await(mill.now(Answers.done(mill.ask("own-2", hours(14, 15))).word()), State.CONFIRMED);
    mill.centre.chokesOn("");
    Answers.done(mill.adapters.replay(mill.hall.house.federation(), ID, aside.id()));
    mill.await(
        () ->
            mill.hall.all(org.escale.booking.Booking.class).stream()
                .anyMatch(b -> b.id().equals(BAD.get()) && b.state() == State.CONFIRMED));
    mill.await(() -> queue().isEmpty());
  }

  @Test
  public void aDroppedMessageLeavesNothingAndItsEntryIsSwept() {
    var asked = Answers.done(mill.ask(BAD, "own-1", hours(14, 15))).word();
    mill.await(asked, State.CONFIRMED);
    mill.centre.chokesOn("bad");
    Answers.done(mill.hall.house.bookings.cancel(mill.hall.house.member("ann"), BAD.get(), "no"));
    mill.await(() -> standing().aside() == 1);
    Answers.done(mill.adapters.drop(mill.hall.house.federation(), ID, queue().get(0).id()));
    assertEquals(List.of(), queue());
    mill.hall.pass(Duration.ofMinutes(11));
    mill.await(() -> mill.centre.standing("one").isEmpty());
  }

  @Test
  public void a3_whatWaitsForASystemThatIsGoneIsNotPoisoned() {
    mill.centre.down(true);
    Answers.done(mill.ask(BAD, "own-1", hours(14, 15)));
    mill.await(() -> standing().silentUntil().isPresent());
    for (int minute = 0; minute < 9; minute++) {
      mill.hall.pass(Duration.ofMinutes(1));
      int asked = minute;
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> queue().get(0).attempts() > asked);
    }
    assertEquals(0, standing().aside());
    assertEquals(1, standing().waiting());
    assertTrue(queue().get(0).attempts() > 8);
    mill.centre.down(false);
    mill.await(() -> queue().isEmpty());
    assertEquals(1, mill.centre.standing("one").size());
  }

  @Test
  public void a3_whileTheSystemHangsItIsSaidWhatItIsAskedAndWhatWaitsBehind() {
    var go = new CountDownLatch(1);
    mill.centre.beforeNextLook(() -> hang(go));
    Answers.done(mill.ask("own-1", hours(14, 15)));
    mill.await(() -> queue().size() == 1 && queue().get(0).asked().isPresent());
    var since = queue().get(0).asked().get().since();
    assertTrue(queue().get(0).asked().get().it());
    Answers.done(mill.ask("own-2", hours(14, 15)));
    mill.await(() -> queue().size() == 2 && queue().get(1).asked().isPresent());
    assertEquals(List.of(true, false), queue().stream().map(q -> q.asked().get().it()).toList());
    assertEquals(since, queue().get(1).asked().get().since());
    assertEquals(0, queue().get(1).attempts());
    go.countDown();
    mill.await(() -> queue().isEmpty());
  }

  private static void hang(CountDownLatch until) {
    try {
      assertTrue(until.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  public void onlyTheOperatorSteersAndOthersDoNotEvenSee() {
    mill.hall.centre("y", 1);
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.queue(mill.hall.house.desk("y"), ID));
    Answers.refused(
        RefusalCode.NOT_ALLOWED, mill.adapters.replay(mill.hall.house.desk("x"), ID, "q"));
    Answers.refused(
        RefusalCode.NOT_ALLOWED, mill.adapters.drop(mill.hall.house.member("ann"), ID, "q"));
    Answers.refused(
        RefusalCode.NOT_FOUND, mill.adapters.drop(mill.hall.house.federation(), ID, "q"));
  }

  private List<Queued> queue() {
    return Answers.done(mill.adapters.queue(mill.hall.house.desk("x"), ID));
  }

  private Standing standing() {
    return Answers.done(mill.adapters.standings(mill.hall.house.federation())).get(0);
  }
}
