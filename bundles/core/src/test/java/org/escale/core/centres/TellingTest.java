package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Mill;
import org.escale.core.fixture.ToyDiary;
import org.escale.federation.ExtraId;
import org.escale.money.Money;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.service.Metering.Reading;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What happens at the centre is entered once, on either side: rules CE1, CE5, CE6; R69, R70. */
public class TellingTest {
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
  public void r69_whoArrivedThereIsHereOnceAsOfThenAndIsNotToldBack() {
    var booking = promised();
    mill.hall.house.clock.set("2027-03-01T10:05:00Z");
    diary.writes("e1", booking, Kind.ARRIVED, TEN.plusSeconds(42));
    diary.writes("e1", booking, Kind.ARRIVED, TEN.plusSeconds(42));
    diary.writes("e2", booking, Kind.ARRIVED, TEN.plusSeconds(50));
    mill.await(booking, State.CHECKED_IN);
    assertEquals(TEN.plusSeconds(42), visit().startedAt());
    diary.writes("e3", booking, Kind.LEFT, TEN.plusSeconds(3600));
    mill.hall.pass(Duration.ofMinutes(58));
    mill.await(booking, State.FULFILLED);
    assertEquals(TEN.plusSeconds(3600), visit().closing().orElseThrow().at());
    assertEquals(By.CHECK_OUT, visit().closing().orElseThrow().by());
    mill.hall.pass(Duration.ofMinutes(2));
    assertEquals("typed once, told nowhere", List.of(), diary.told());
    assertEquals(1, mill.hall.all(Visit.class).size());
  }

  @Test
  public void ce1_whateverTheOrderNothingIsLostOrDoubled() {
    var booking = promised();
    diary.down(true); // else who reads between the next two lines sees that nobody came
    mill.hall.house.clock.set("2027-03-01T11:30:00Z");
    diary.corrects("e6", booking, TEN.plusSeconds(5000), "", 3000);
    diary.corrects("e5", booking, TEN.plusSeconds(4900), "", 2000);
    diary.corrects("e7", booking, TEN.plusSeconds(4800), "e3", 7);
    diary.writes("e4", booking, Kind.LEFT, TEN.plusSeconds(3600));
    diary.writes("e3", booking, TEN.plusSeconds(60), "photocopy", 5);
    diary.down(false);
    mill.await(() -> queue().size() == 5);
    mill.hall.pass(Duration.ofMinutes(2));
    assertEquals("who left was there", State.CONFIRMED, mill.now(booking).state());
    diary.writes("e1", booking, Kind.ARRIVED, TEN);
    mill.await(() -> !mill.hall.all(Visit.class).isEmpty() && !visit().open());
    mill.await(() -> quantity("photocopy").intValueExact() == 7);
    mill.await(() -> time().intValueExact() == 3000);
    mill.hall.pass(Duration.ofMinutes(2));
    assertEquals(3000, time().intValueExact());
    assertEquals(List.of(), diary.told());
    assertEquals(List.of(), queue());
  }

  @Test
  public void r69_whatHappensHereIsToldThereOnceThoughAnswersGetLost() {
    var booking = promised();
    mill.hall.house.clock.set("2027-03-01T10:00:00Z");
    diary.loses(2);
    diary.echoes(true);
    var visit = Answers.done(mill.hall.reception.checkIn(ann(), Hall.with(booking))).word();
    var copies = new Reading(visit.id(), new ExtraId("x-copy"), BigDecimal.TEN, now(), "printer:1");
    var counted = Answers.done(mill.hall.metering.read(mill.hall.house.desk("x"), copies)).word();
    mill.hall.pass(Duration.ofMinutes(30));
    mill.hall.leave("ann", visit);
    var right = Optional.of(new BigDecimal(4));
    Answers.done(mill.hall.metering.correct(mill.hall.house.desk("x"), counted.id(), right));
    mill.await(() -> diary.told().size() == 4);
    mill.hall.pass(Duration.ofMinutes(2));
    var told = diary.told();
    assertEquals(4, told.size());
    assertEquals(TEN, told(Kind.ARRIVED).at());
    assertEquals(booking.id(), told(Kind.ARRIVED).bookingId());
    assertEquals("photocopy", told(Kind.EXTRA).what());
    assertEquals(told(Kind.EXTRA).key(), told(Kind.CORRECTED).what());
    assertEquals(4, told(Kind.CORRECTED).quantity().intValueExact());
    assertEquals(visit().closing().orElseThrow().at(), told(Kind.LEFT).at());
    assertEquals("an echo does nothing", 4, quantity("photocopy").intValueExact());
  }

  @Test
  public void r69_whatEitherSideToldTheOtherMayCorrect() {
    var booking = promised();
    mill.hall.house.clock.set("2027-03-01T10:00:00Z");
    diary.writes("e1", booking, Kind.ARRIVED, TEN);
    diary.writes("e2", booking, TEN, "photocopy", 5);
    mill.await(() -> mill.hall.all(UsageRecord.class).size() == 1);
    var theirs = mill.hall.all(UsageRecord.class).get(0);
    var desk = mill.hall.house.desk("x");
    Answers.done(mill.hall.metering.correct(desk, theirs.id(), Optional.of(BigDecimal.ONE)));
    mill.await(() -> !diary.told().isEmpty());
    assertEquals("by its own name", "e2", told(Kind.CORRECTED).what());
    var copies =
        new Reading(visit().id(), new ExtraId("x-copy"), BigDecimal.TEN, now(), "printer:1");
    Answers.done(mill.hall.metering.read(desk, copies));
    mill.await(() -> diary.told().size() == 2);
    diary.corrects("e3", booking, TEN.plusSeconds(60), told(Kind.EXTRA).key(), 8);
    mill.await(() -> quantity("photocopy").intValueExact() == 9);
  }

  @Test
  public void u2_u3_aCorrectionAfterTheInvoiceIsACreditAndAFreshRecordOnce() {
    var booking = promised();
    mill.hall.house.clock.set("2027-03-01T10:00:00Z");
    diary.writes("e1", booking, Kind.ARRIVED, TEN);
    diary.writes("e2", booking, TEN, "photocopy", 20);
    mill.await(() -> quantity("photocopy").intValueExact() == 20);
    mill.hall.house.clock.set("2027-03-01T11:00:00Z");
    mill.hall.leave("ann", visit());
    mill.hall.house.clock.set("2027-04-01T08:00:00Z");
    mill.hall.pass(Duration.ofSeconds(10));
    var network = mill.hall.house.network("borea");
    var march = java.time.YearMonth.of(2027, 3);
    var billed = Answers.done(mill.hall.billing.run(network, march, false)).invoices();
    assertEquals("6.00 and 2.00", Money.euro("8.00"), billed.get(0).total());
    diary.corrects("e3", booking, TEN.plusSeconds(60), "e2", 5);
    diary.corrects("e3", booking, TEN.plusSeconds(60), "e2", 5);
    mill.await(() -> quantity("photocopy").intValueExact() == 5);
    mill.hall.pass(Duration.ofMinutes(2));
    var copies =
        mill.hall.all(UsageRecord.class).stream().filter(r -> r.of().equals("photocopy")).toList();
    assertEquals("it, its credit, the fresh one", 3, copies.size());
    assertEquals(1, copies.stream().filter(r -> r.credits().isPresent()).count());
    assertEquals(List.of(), Answers.done(mill.hall.billing.run(network, march, false)).invoices());
    mill.hall.house.clock.set("2027-05-01T08:00:00Z");
    mill.hall.pass(Duration.ofSeconds(10));
    var next = Answers.done(mill.hall.billing.run(network, march.plusMonths(1), false));
    assertEquals("15 copies less", Money.euro("-1.50"), next.invoices().get(0).total());
  }

  @Test
  public void s6_whoLeftSoonerThanWasKnownIsCorrectedAndBothSidesSayTheSame() {
    var booking = promised();
    mill.hall.house.clock.set("2027-03-01T10:00:00Z");
    diary.writes("e1", booking, Kind.ARRIVED, TEN);
    mill.await(booking, State.CHECKED_IN);
    diary.down(true);
    diary.writes("e2", booking, Kind.LEFT, TEN.plusSeconds(1800));
    mill.hall.pass(Duration.ofHours(3));
    assertEquals(By.SPACE_TIME_OVER, visit().closing().orElseThrow().by());
    diary.down(false);
    mill.await(() -> time().intValueExact() == 1800);
    mill.await(() -> diary.told().stream().anyMatch(e -> e.kind() == Kind.CORRECTED));
    assertEquals(1800, told(Kind.CORRECTED).quantity().intValueExact());
    assertEquals("of the time", "", told(Kind.CORRECTED).what());
    mill.hall.pass(Duration.ofMinutes(2));
    assertTrue(
        "who left stands there already",
        diary.told().stream().noneMatch(e -> e.kind() == Kind.LEFT));
  }

  @Test
  public void s5_nobodyCameOnlyOnceTheCentreWasHeard() {
    var booking = promised();
    diary.down(true);
    diary.writes("e1", booking, Kind.ARRIVED, TEN.plusSeconds(60));
    mill.hall.house.clock.set("2027-03-01T10:20:00Z");
    mill.hall.pass(Duration.ofMinutes(50));
    assertEquals("not known yet", State.CONFIRMED, mill.now(booking).state());
    diary.down(false);
    mill.await(booking, State.CHECKED_IN);
    assertEquals(TEN.plusSeconds(60), visit().startedAt());
  }

  @Test
  public void s5_aCentreThatStaysSilentIsWaitedForADay() {
    var booking = promised();
    diary.down(true);
    mill.hall.house.clock.set("2027-03-02T09:00:00Z");
    mill.hall.pass(Duration.ofSeconds(10));
    assertEquals(State.CONFIRMED, mill.now(booking).state());
    mill.hall.pass(Duration.ofHours(3));
    assertEquals(State.NO_SHOW, mill.now(booking).state());
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

  private CentreEvent told(Kind kind) {
    return diary.told().stream().filter(e -> e.kind() == kind).findFirst().orElseThrow();
  }

  private BigDecimal quantity(String of) {
    return mill.hall.all(UsageRecord.class).stream()
        .filter(record -> record.of().equals(of))
        .map(UsageRecord::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal time() {
    return quantity("own-1");
  }

  private Optional<Instant> now() {
    return Optional.of(mill.hall.house.clock.instant());
  }

  private org.escale.caller.Caller ann() {
    return mill.hall.house.member("ann");
  }
}
