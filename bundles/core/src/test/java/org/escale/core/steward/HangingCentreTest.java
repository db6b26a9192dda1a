package org.escale.core.steward;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Sight;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Engine;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.HeldOutbox;
import org.escale.core.fixture.OtherToy;
import org.escale.core.fixture.ToyCentre;
import org.escale.core.fixture.Words;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.service.BookingOffice.Wanted;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * A system that hangs, is silent or is not here costs its own centre only (A3): whatever is written
 * about those who wait for it takes for ever here, and nobody at another centre waits for that.
 */
public class HangingCentreTest {
  private static final String[] CENTRES = {"x", "y"};
  private final Hall hall = new Hall();
  private final HeldOutbox outbox = new HeldOutbox(hall.house.store);
  private final ClockSteward steward = new ClockSteward(hall.house.clock, outbox);
  private final Engine engine = new Engine(hall.house, steward);
  private final ToyCentre hanging = new ToyCentre();
  private final ToyCentre other = new ToyCentre();
  private final CountDownLatch hangs = new CountDownLatch(1);
  private final CountDownLatch answers = new CountDownLatch(1);

  @Before
  public void twoCentresReadOnce() {
    hall.centre("y", 1);
    hall.house.systems.addAdapter(hanging);
    hall.house.systems.addAdapter(new OtherToy(other));
    for (var centre : CENTRES) {
      hall.house.put(Words.space(centre + "-own", centre, TruthMode.CENTRE_CHECKED));
      Answers.done(engine.adapters.install(hall.house.federation(), row(centre), 0));
    }
    await(() -> read("x") && read("y"));
  }

  @After
  public void close() {
    answers.countDown();
    outbox.letGo();
    steward.close();
    hall.close();
  }

  @Test(timeout = 60_000)
  public void a3_nothingIsWrittenOfWhatWaitsForOneThatHangsAndOthersGoOn() throws Exception {
    hanging.beforeNextLook(this::hang);
    var waiting = IntStream.range(9, 14).mapToObj(hour -> ask("x", hour)).toList();
    steward.wake();
    assertTrue(hangs.await(20, TimeUnit.SECONDS));
    waiting.forEach(outbox::hold);
    othersGoOn();
    assertEquals(Set.of(), outbox.written());
    answers.countDown();
    outbox.letGo();
    waiting.forEach(booking -> await(() -> state(booking) == State.CONFIRMED));
  }

  @Test(timeout = 60_000)
  public void a3_whatIsWrittenOfASilentOneIsWrittenOnItsOwnThread() {
    hanging.down(true);
    IntStream.range(9, 14).mapToObj(hour -> ask("x", hour)).forEach(outbox::hold);
    othersGoOn();
  }

  @Test(timeout = 60_000)
  public void a3_whatIsWrittenWhereTheAdapterIsNotHereHoldsUpItsCentreAlone() {
    IntStream.range(9, 14).mapToObj(hour -> ask("x", hour)).forEach(outbox::hold);
    hall.house.systems.removeAdapter(hanging);
    othersGoOn();
  }

  /** The Steward comes round twice, and another centre's booking is firm. */
  private void othersGoOn() {
    for (int hour = 9; hour < 11; hour++) {
      var booking = ask("y", hour);
      hall.house.clock.advance(Duration.ofSeconds(15));
      var round = CompletableFuture.runAsync(steward::wake);
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> round.isDone() && state(booking) == State.CONFIRMED);
    }
  }

  private void hang() {
    hangs.countDown();
    try {
      answers.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Booking ask(String centre, int hour) {
    var wanted =
        new Wanted(
            Optional.empty(),
            new SpaceId(centre + "-own"),
            hours(hour, hour + 1),
            Optional.empty(),
            1,
            Map.of(),
            Optional.empty(),
            Optional.empty());
    var member = hall.house.member(centre.equals("x") ? "ann" : "bob");
    return Answers.done(hall.house.bookings.book(member, wanted)).word();
  }

  private State state(Booking booking) {
    var kept = hall.house.store.get(Booking.class, booking.id(), Sight.PLATFORM);
    return kept.orElseThrow().word().state();
  }

  private boolean read(String centre) {
    return hall.house.systems.asOf(new CentreId(centre), new SpaceId(centre + "-own")).isPresent();
  }

  private void await(BooleanSupplier so) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              hall.house.clock.advance(Duration.ofMillis(250));
              steward.wake();
              return so.getAsBoolean();
            });
  }

  private static InstalledAdapter row(String centre) {
    return new InstalledAdapter(
        new AdapterId("a-" + centre),
        new CentreId(centre),
        centre.equals("x") ? "toy" : OtherToy.KIND,
        Map.of("password", "sesame"),
        Map.of(centre + "-own", "one"),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5));
  }
}
