package org.escale.core.boxes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Entitlement.Hours;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Words;
import org.escale.federation.SpaceKind;
import org.escale.service.Boxes.Seen;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.junit.Test;

/** Who is expected while the line is away, until when, and what it may come to (L3 to L5). */
public class LineExpectedTest extends LineHall {
  private static final Instant CLOSES = Instant.parse("2027-03-01T17:00:00Z");

  @Test
  public void l5_hoursAreAskedEveryQuarterOfAnHourUntilTheFirstNo() {
    allows(
        hours(LocalTime.of(8, 0), LocalTime.of(12, 10)),
        hours(LocalTime.of(14, 0), LocalTime.MIDNIGHT));
    assertEquals(2, admits().size());
    for (var admit : admits()) {
      assertEquals(Instant.parse("2027-03-01T11:15:00Z"), admit.to());
      assertEquals("who is in may stay", CLOSES, admit.end());
    }
  }

  @Test
  public void l5_nobodyIsExpectedAfterTheCentreCloses() {
    hall.pass(Duration.ofMinutes(7));
    assertEquals(List.of(CLOSES, CLOSES), admits().stream().map(Admit::to).toList());
  }

  @Test
  public void l5_byNightThoseOfTheNextOpeningAreListed() {
    hall.pass(Duration.ofHours(12));
    var opens = Instant.parse("2027-03-02T07:00:00Z");
    assertTrue(box.entitlements().contains("\ndesk x-2 2027-03-02T17:00:00Z\n"));
    assertEquals(List.of(opens, opens), admits().stream().map(Admit::from).toList());
  }

  @Test
  public void l5_whoBookedAndMayNoLongerComeIsNotExpected() {
    hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    overdue();
    assertEquals(List.of(), admits());
  }

  @Test
  public void l5_aBookingIsWeighedByItsOwnKindOfSpace() {
    hall.house.put(Words.space("x-room", "x", SpaceKind.ROOM));
    var room = hall.book("bob", "x-room", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    hall.house.put(Words.entitlement("e").kinds(Set.of(SpaceKind.ROOM)).build());
    assertEquals(List.of("booking/" + room.id()), admits().stream().map(Admit::place).toList());
  }

  @Test
  public void l5_noMoreThanAThousandWhoDidNotBookAreListed() {
    var company = Words.company("many", "borea");
    hall.house.put(company);
    hall.house.commits.commit(
        Change.of(
            IntStream.range(0, 1001)
                .mapToObj(i -> new Write.Put(Words.member("m-" + i, company, ""), 0))
                .toArray(Write[]::new)));
    assertEquals(1000, admits().size());
  }

  @Test
  public void l5_aBookingExpectsItsGuestUntilItIsOver() {
    var booking = hall.book("bob", "x-1", "2027-03-01T08:30:00Z", Duration.ofHours(2));
    hall.pass(Duration.ofMinutes(90));
    assertEquals("it runs", 1, grants("booking/" + booking.id()).size());
    hall.pass(Duration.ofHours(1));
    assertEquals("it is over", 0, grants("booking/" + booking.id()).size());
  }

  @Test
  public void l4_aCededDeskThatSomebodyHasIsNobodyElses() {
    Answers.done(box.tells(new Seen(1, "ADMIT", grant("desk"), nine, "desk/x-2")));
    var list = box.entitlements();
    assertFalse(list, list.contains("\ndesk "));
    assertFalse(list, list.contains("\nadmit "));
  }

  @Test
  public void l3_onlyBoxesThatAreBelievedShareAPurse() {
    topUp("40.00");
    var other = new ToyBox(hall, "box-2", 0);
    assertTrue(other.entitlements().matches("(?s).*\npurse [0-9a-f]{20} 2000\n"));
    other.revoked();
    assertTrue(box.entitlements().matches("(?s).*\npurse [0-9a-f]{20} 4000\n"));
  }

  @Test
  public void l3_atHomeNoPursePays() {
    topUp("40.00");
    var kept = hall.house.snapshots.now().kept(Company.class, new CompanyId("c")).orElseThrow();
    var c = kept.word();
    hall.house.put(
        new Company(
            c.id(),
            c.pseudonym(),
            c.name(),
            c.enterpriseNumber(),
            c.language(),
            Optional.of(X),
            c.contract(),
            c.standing(),
            c.confidential(),
            c.byName()),
        kept.revision());
    assertEquals(List.of("-", "-"), admits().stream().map(Admit::purses).toList());
    assertFalse(box.entitlements().contains("\npurse "));
  }

  @Test
  public void s3_theLongestVisitIsToldInSeconds() {
    var longest = hall.now(hall.walkIn("ann")).agreement().terms().longestVisit();
    assertEquals(longest.toSeconds(), admits().get(0).longest());
  }

  @Test
  public void s5_aListSaysForADayAndOfItsOwnCentreAndOfWhatStillCounts() {
    assertTrue(box.entitlements().contains("\nuntil " + nine.plus(Duration.ofHours(24)) + "\n"));
    hall.centre("y", 1);
    hall.walkIn("bob", "y");
    assertFalse("elsewhere", box.entitlements().contains("\ngrant "));
    hall.walkIn("ann");
    assertTrue(box.entitlements().contains("\ngrant "));
    hall.house.clock.advance(Duration.ofHours(12));
    assertFalse("its end has passed", box.entitlements().contains("\ngrant "));
  }

  private void allows(Hours... hours) {
    hall.house.put(Words.entitlement("e").hours(List.of(hours)).build());
  }

  private static Hours hours(LocalTime from, LocalTime to) {
    return new Hours(Set.of(DayOfWeek.values()), from, to);
  }
}
