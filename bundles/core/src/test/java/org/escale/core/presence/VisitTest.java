package org.escale.core.presence;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.escale.access.Session;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.OpeningHours;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.junit.After;
import org.junit.Test;

/** From check-in to check-out. */
public class VisitTest {
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void u1_everySecondOfAVisitIsInExactlyOneRecord() {
    var visit = hall.walkIn("ann");
    hall.pass(Duration.ofMinutes(100).plusSeconds(7));
    var left = hall.leave("ann", visit);
    var records = hall.records(visit);
    assertEquals(1, records.size());
    assertEquals(BigDecimal.valueOf(6007), records.get(0).quantity());
    assertEquals(visit.startedAt(), records.get(0).slot().from());
    assertEquals(left.closing().orElseThrow().at(), records.get(0).slot().to());
    assertEquals(By.CHECK_OUT, left.closing().orElseThrow().by());
  }

  @Test
  public void u1_aGuestHasAtMostOneOpenVisit() {
    hall.centre("y", 2);
    hall.walkIn("ann");
    refused(
        RefusalCode.ALREADY_PRESENT,
        hall.reception.checkIn(hall.house.member("ann"), Hall.walk("ann", "y")));
  }

  @Test
  public void s3_aSecondCheckOutAnswersWithTheFirst() {
    var visit = hall.walkIn("ann");
    hall.pass(Duration.ofHours(1));
    var first = hall.leave("ann", visit);
    hall.pass(Duration.ofHours(1));
    assertEquals(first, hall.leave("ann", visit));
    assertEquals(1, hall.records(visit).size());
  }

  @Test
  public void s3_aForgottenVisitEndsTheSameHoweverLateTheStewardLooks() {
    var booking = hall.book("ann", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    hall.house.clock.set("2027-03-01T09:05:00Z");
    var visit = enter(booking);
    hall.house.clock.set("2027-03-04T12:00:00Z");
    hall.steward.runDue();
    var closing = hall.now(visit).closing().orElseThrow();
    assertEquals(Instant.parse("2027-03-01T11:15:00Z"), closing.at());
    assertEquals(By.SPACE_TIME_OVER, closing.by());
    assertEquals("borea/visit/1", closing.rule().value());
  }

  @Test
  public void s3_aLateCheckOutAnswersWithTheEndThatTheRuleGaveBefore() {
    var booking = hall.book("ann", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    hall.house.clock.set("2027-03-01T09:05:00Z");
    var visit = enter(booking);
    hall.house.clock.set("2027-03-01T15:00:00Z");
    var closing = hall.leave("ann", visit).closing().orElseThrow();
    assertEquals(By.SPACE_TIME_OVER, closing.by());
    assertEquals(Instant.parse("2027-03-01T11:15:00Z"), closing.at());
  }

  @Test
  public void s3_whoWalksInIsPromisedNoMoreThanTheLongestVisit() {
    var x = new CentreId("x");
    var known = hall.house.snapshots.now().kept(Centre.class, x).orElseThrow();
    hall.house.put(
        Words.centre("x", "borea", OpeningHours.always(House.BRUSSELS)), known.revision());
    var visit = hall.walkIn("ann");
    assertEquals(visit.agreement().terms().longestVisit(), visit.slot().length());
  }

  @Test
  public void b1_aWalkInTakesItsDeskAndAFullCentreSaysSo() {
    var first = hall.walkIn("ann");
    var second = hall.walkIn("bob");
    assertNotEquals(first.space(), second.space());
    var company = org.escale.core.fixture.Words.company("d", "borea");
    hall.house.put(company, org.escale.core.fixture.Words.member("eve", company, ""));
    refused(
        RefusalCode.CENTRE_FULL,
        hall.reception.checkIn(hall.house.member("eve"), Hall.walk("eve", "x")));
  }

  @Test
  public void b1_aWalkInEndsWhereTheNextBookingBegins() {
    hall.book("bob", "x-1", "2027-03-01T10:00:00Z", Duration.ofHours(7));
    hall.book("bob", "x-2", "2027-03-01T09:00:00Z", Duration.ofHours(7));
    var visit = hall.walkIn("ann");
    assertEquals("x-1", visit.space().value());
    assertEquals(Instant.parse("2027-03-01T10:00:00Z"), visit.slot().to());
  }

  @Test
  public void b1_whoComesEarlyTakesTheSpaceFromThenOn() {
    var booking = hall.book("ann", "x-1", "2027-03-01T08:20:00Z", Duration.ofHours(2));
    var visit = enter(booking);
    assertEquals(Instant.parse("2027-03-01T08:00:00Z"), visit.slot().from());
    assertEquals(Booking.State.CHECKED_IN, stored(booking).state());
    hall.pass(Duration.ofMinutes(10));
    hall.leave("ann", visit);
    assertEquals(Booking.State.FULFILLED, stored(booking).state());
  }

  @Test
  public void closed_atNightNobodyComesIn() {
    hall.house.clock.set("2027-03-01T20:00:00Z");
    refused(
        RefusalCode.CENTRE_CLOSED,
        hall.reception.checkIn(hall.house.member("ann"), Hall.walk("ann", "x")));
  }

  @Test
  public void r02_withItsRulesStoppedTheDoorStaysOpenAndAllIsRatedAfterwards() {
    var booking = hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    hall.stopRules();
    var walkIn = hall.walkIn("ann");
    hall.house.clock.set("2027-03-01T09:00:00Z");
    var booked = done(hall.reception.checkIn(hall.house.member("bob"), Hall.with(booking))).word();
    hall.pass(Duration.ofHours(1));
    hall.leave("ann", walkIn);
    hall.leave("bob", booked);
    hall.steward.runDue();
    assertEquals(2, hall.all(org.escale.billing.Unrated.class).size());
    assertEquals(0, hall.all(org.escale.billing.Charge.class).size());
    hall.startRules();
    hall.pass(Duration.ofMinutes(2));
    assertEquals(0, hall.all(org.escale.billing.Unrated.class).size());
    var amounts =
        hall.all(org.escale.billing.Charge.class).stream().map(c -> c.amount().toString()).sorted();
    assertEquals(java.util.List.of("12.00 EUR", "6.00 EUR"), amounts.toList());
  }

  @Test
  public void s3_aForgottenVisitWaitsADayForItsRuleAndNoLonger() {
    var booking = hall.book("ann", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    hall.house.clock.set("2027-03-01T09:00:00Z");
    var visit = enter(booking);
    hall.stopRules();
    hall.house.clock.set("2027-03-01T20:00:00Z");
    hall.steward.runDue();
    assertTrue(hall.now(visit).open());
    assertEquals(Session.State.ENDED, hall.session(visit).state());
    hall.house.clock.set("2027-03-02T11:20:00Z");
    hall.steward.runDue();
    var closing = hall.now(visit).closing().orElseThrow();
    assertEquals(Instant.parse("2027-03-01T11:15:00Z"), closing.at());
    assertEquals(By.SPACE_TIME_OVER, closing.by());
  }

  @Test
  public void e1_aDeskSeesAndEndsOnlyItsOwnVisits() {
    hall.centre("y", 1);
    var visit = hall.walkIn("ann");
    refused(RefusalCode.NOT_FOUND, hall.reception.checkOut(hall.house.desk("y"), visit.id()));
    refused(
        RefusalCode.NOT_FOUND, hall.reception.checkIn(hall.house.desk("y"), Hall.walk("bob", "x")));
    assertFalse(done(hall.reception.checkOut(hall.house.desk("x"), visit.id())).word().open());
  }

  @Test
  public void noShow_aPlaceThatNobodyCameForIsReleasedAndRecorded() {
    var booking = hall.book("ann", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    hall.house.clock.set("2027-03-01T09:29:59Z");
    hall.steward.runDue();
    assertEquals(Booking.State.CONFIRMED, stored(booking).state());
    hall.pass(Duration.ofSeconds(1));
    assertEquals(Booking.State.NO_SHOW, stored(booking).state());
    var record = hall.all(UsageRecord.class).get(0);
    assertEquals(UsageRecord.Kind.NO_SHOW, record.kind());
    var charge = hall.all(org.escale.billing.Charge.class).get(0);
    assertEquals("6.00 EUR", charge.amount().toString());
  }

  private Visit enter(Booking booking) {
    return done(hall.reception.checkIn(hall.house.member("ann"), Hall.with(booking))).word();
  }

  private Booking stored(Booking booking) {
    return hall.all(Booking.class).stream()
        .filter(b -> b.id().equals(booking.id()))
        .findFirst()
        .orElseThrow();
  }
}
