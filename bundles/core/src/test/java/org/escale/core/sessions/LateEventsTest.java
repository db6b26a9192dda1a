package org.escale.core.sessions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.escale.billing.Charge;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.money.Money;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.After;
import org.junit.Test;

/** What a gateway tells after a visit has ended (laws S5, S6). */
public class LateEventsTest {
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s6_aStopThatComesLateShowsThatSomebodyLeftEarlier() throws IOException {
    var visit = walkedOut("2027-03-01T10:00:00Z");
    var end = hall.now(visit).closing();
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), at("2027-03-01T09:00:00Z"));
    settle();
    assertEquals(List.of(7200, -7200, 3600), seconds(visit));
    var fresh = hall.records(visit).get(2);
    assertEquals(By.GATEWAY, fresh.closing().orElseThrow().by());
    assertEquals(at("2027-03-01T09:00:00Z"), fresh.slot().to());
    assertEquals("the end is final", end, hall.now(visit).closing());
    assertEquals(Money.euro("6.00"), charged());
  }

  @Test
  public void s6_lifeThatIsToldLateShowsThatSomebodyWasThereLonger() throws IOException {
    var visit = silentSince("2027-03-01T08:40:00Z");
    assertEquals(List.of(2400), seconds(visit));
    var id = hall.session(visit).id();
    var alive = hall.gateway.report(Kind.ALIVE, id, at("2027-03-01T09:30:00Z"));
    var more = hall.gateway.report(Kind.ALIVE, id, at("2027-03-01T10:00:00Z"));
    settle();
    assertEquals("the rule waits two hours", List.of(2400), seconds(visit));
    hall.house.clock.set("2027-03-01T12:00:00Z");
    hall.steward.runDue();
    assertEquals(List.of(2400, -2400, 7200), seconds(visit));
    assertEquals(By.IDLE, hall.records(visit).get(2).closing().orElseThrow().by());
    hall.gateway.again(List.of(more, alive, more));
    settle();
    assertEquals("twice is as once", 3, hall.records(visit).size());
    assertEquals(Money.euro("12.00"), charged());
  }

  @Test
  public void s6_theOrderInWhichTheyComeDoesNotMatter() throws IOException {
    var visit = silentSince("2027-03-01T08:40:00Z");
    var id = hall.session(visit).id();
    hall.gateway.report(Kind.STOP, id, at("2027-03-01T10:30:00Z"));
    settle();
    hall.gateway.report(Kind.ALIVE, id, at("2027-03-01T10:00:00Z"));
    hall.gateway.report(Kind.ALIVE, id, at("2027-03-01T09:00:00Z"));
    hall.house.clock.set("2027-03-01T16:00:00Z");
    hall.steward.runDue();
    assertEquals(List.of(2400, -2400, 9000), seconds(visit));
    assertEquals(By.GATEWAY, hall.records(visit).get(2).closing().orElseThrow().by());
  }

  @Test
  public void s6_aStopWithoutAStartEndsTheVisit() throws IOException {
    var visit = hall.walkIn("ann");
    hall.steward.runDue();
    hall.house.clock.advance(Duration.ofMinutes(30));
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), hall.house.clock.instant());
    settle();
    assertEquals(List.of(1800), seconds(visit));
    assertEquals(By.GATEWAY, hall.now(visit).closing().orElseThrow().by());
  }

  @Test
  public void s6_lifeAfterALimitChangesNoEnd() throws IOException {
    var visit = hall.walkIn("ann");
    hall.house.clock.set("2027-03-01T17:30:00Z");
    hall.steward.runDue();
    assertEquals(By.CLOSING_TIME, hall.now(visit).closing().orElseThrow().by());
    hall.gateway.report(Kind.ALIVE, hall.session(visit).id(), at("2027-03-01T17:20:00Z"));
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), at("2027-03-01T17:25:00Z"));
    settle();
    assertEquals(1, hall.records(visit).size());
  }

  @Test
  public void u8_afterTheInvoiceItIsAFindingUntilSomebodyCorrects() throws IOException {
    var visit = walkedOut("2027-03-01T10:00:00Z");
    hall.house.clock.set("2027-04-01T00:00:00Z");
    Answers.done(hall.billing.run(hall.house.network("borea"), YearMonth.of(2027, 3), false));
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), at("2027-03-01T09:00:00Z"));
    settle();
    assertEquals(List.of(7200), seconds(visit));
    var finding = hall.all(Unrated.class).get(0);
    assertEquals(RefusalCode.NOT_RATED, finding.reason().code());
    assertEquals("2027-03-01T09:00:00Z", finding.reason().details().get("end"));
    var record = hall.records(visit).get(0).id();
    var hour = Optional.of(BigDecimal.valueOf(3600));
    Answers.done(hall.metering.correct(hall.house.desk("x"), record, hour));
    hall.steward.runDue();
    assertEquals(List.of(), hall.all(Unrated.class));
    assertEquals(Money.euro("6.00"), charged());
  }

  @Test
  public void u8_whatAPersonCorrectedStays() throws IOException {
    var visit = walkedOut("2027-03-01T10:00:00Z");
    var record = hall.records(visit).get(0).id();
    var said = Optional.of(BigDecimal.valueOf(5400));
    Answers.done(hall.metering.correct(hall.house.desk("x"), record, said));
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), at("2027-03-01T09:00:00Z"));
    settle();
    assertEquals(List.of(7200, -7200, 5400), seconds(visit));
    assertEquals(1, hall.all(Unrated.class).size());
  }

  @Test
  public void s5_whileItsRuleIsAwayItWaitsADayThenItIsParked() throws IOException {
    var visit = walkedOut("2027-03-01T10:00:00Z");
    hall.stopRules();
    hall.gateway.report(Kind.STOP, hall.session(visit).id(), at("2027-03-01T09:00:00Z"));
    settle();
    hall.house.clock.set("2027-03-02T09:59:00Z");
    hall.steward.runDue();
    assertEquals(List.of(), hall.all(Unrated.class));
    hall.house.clock.set("2027-03-02T10:01:00Z");
    hall.steward.runDue();
    assertEquals(1, hall.all(Unrated.class).size());
    assertEquals(1, hall.records(visit).size());
  }

  /** Ann is there from eight until she checks out. */
  private Visit walkedOut(String until) {
    var visit = hall.walkIn("ann");
    hall.steward.runDue();
    hall.house.clock.set(until);
    hall.leave("ann", visit);
    hall.steward.runDue();
    return visit;
  }

  /** Ann was seen last then; two hours later the rule takes it that she left. */
  private Visit silentSince(String seen) throws IOException {
    var visit = hall.walkIn("ann");
    hall.steward.runDue();
    assertTrue(
        hall.gateway.connect(
            hall.key(hall.house.member("ann"), visit), hall.house.clock.instant()));
    hall.house.clock.set(seen);
    hall.gateway.report(Kind.ALIVE, hall.session(visit).id(), at(seen));
    hall.pass(Duration.ofHours(2));
    assertEquals(By.IDLE, hall.now(visit).closing().orElseThrow().by());
    return visit;
  }

  private void settle() {
    hall.steward.runDue();
    hall.pass(Duration.ofMinutes(1));
  }

  private List<Integer> seconds(Visit visit) {
    return hall.records(visit).stream().map(UsageRecord::quantity).map(q -> q.intValue()).toList();
  }

  private Money charged() {
    return hall.all(Charge.class).stream().map(Charge::amount).reduce(Money.ZERO, Money::plus);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
