package org.escale.core.boxes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.escale.booking.Booking;
import org.escale.core.fixture.Answers;
import org.escale.money.Money;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.service.Boxes.Seen;
import org.junit.Test;

/** What the hub makes of whom a box let in (law S5, D8). */
public class LineReplayTest extends LineHall {
  @Test
  public void s5_d8_whoBookedCameInAtTheBoxsTimeAndIsBilledOnce() {
    var booking = hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    var grant = grant("booking/" + booking.id());
    var code = code("bob");
    hall.pass(Duration.ofHours(8));
    var came = Instant.parse("2027-03-01T09:05:00Z");
    var seen =
        new Seen[] {
          new Seen(1, "ADMIT", grant, came, "booking/" + booking.id()),
          new Seen(2, "START", grant, came.plusSeconds(10)),
          new Seen(3, "STOP", grant, came.plusSeconds(3600))
        };
    for (int again = 0; again < 3; again++) {
      assertEquals(Long.valueOf(3), Answers.done(box.tells(seen)));
    }
    box.beats();
    hall.pass(Duration.ofMinutes(1));
    var visit = only();
    assertEquals(booking.id(), visit.booking());
    assertEquals(came, visit.startedAt());
    assertEquals(By.GATEWAY, visit.closing().orElseThrow().by());
    assertEquals(came.plusSeconds(3600), visit.closing().orElseThrow().at());
    assertEquals(Booking.State.FULFILLED, booking(booking.id()).state());
    assertEquals(1, hall.records(visit).size());
    assertEquals(List.of(Money.euro("6.00")), charges());
    assertEquals("the code was its key", grant, hall.session(visit).id().value());
    assertFalse("and is none any more", code.equals(code("bob")));
  }

  @Test
  public void s5_aMemberOnACededDeskIsTakenOverAndTheNextBestIsTrueWhereTheDeskIsGone() {
    var both = grants("desk");
    var grant = both.get(0);
    var other = both.get(1);
    var at = nine.plusSeconds(600);
    hall.pass(Duration.ofHours(1));
    Answers.done(box.tells(new Seen(1, "ADMIT", grant, at, "desk/x-2")));
    assertEquals("x-2", only().space().value());
    assertTrue(only().open());
    Answers.done(box.tells(new Seen(2, "ADMIT", other, at, "desk/x-2")));
    assertEquals(
        Set.of("x-1", "x-2"),
        Set.copyOf(hall.all(Visit.class).stream().map(v -> v.space().value()).toList()));
  }

  @Test
  public void s5_whatCannotBeIsSetAsideAndHoldsUpNothing() {
    var unknown = "line:" + "0".repeat(20) + ":20270301:0";
    var known = grant("desk");
    Answers.done(
        box.tells(
            new Seen(1, "ADMIT", unknown, nine, "desk/x-2"),
            new Seen(2, "STOP", unknown, nine.plusSeconds(60)),
            new Seen(3, "ADMIT", known, nine, "desk/x-2")));
    assertEquals(1, hall.all(Visit.class).size());
    hall.pass(Duration.ofHours(1));
    assertEquals(1, hall.all(Visit.class).size());
  }

  @Test
  public void u1_whoWasElsewhereMeanwhileIsTakenOverWhenThatVisitIsOver() {
    hall.centre("y", 1);
    var grant = grant("desk");
    var who = who(grant);
    var at = nine.plusSeconds(60);
    hall.pass(Duration.ofHours(2));
    var elsewhere = hall.walkIn(who, "y");
    Answers.done(
        box.tells(
            new Seen(1, "ADMIT", grant, at, "desk/x-2"),
            new Seen(2, "STOP", grant, at.plusSeconds(1800))));
    assertEquals(1, hall.all(Visit.class).size());
    hall.leave(who, elsewhere);
    hall.pass(Duration.ofSeconds(30));
    box.beats();
    hall.pass(Duration.ofSeconds(30));
    assertEquals(2, hall.all(Visit.class).size());
    var visit =
        hall.all(Visit.class).stream().filter(v -> v.centre().equals(X)).findFirst().orElseThrow();
    assertEquals(at, visit.startedAt());
    assertEquals(at.plusSeconds(1800), visit.closing().orElseThrow().at());
  }

  @Test
  public void r10_nothingPassesTheFloorOfACreditAndThePursesAreShared() {
    topUp("40.00");
    assertTrue(box.entitlements(), box.entitlements().matches("(?s).*\npurse [0-9a-f]{20} 4000\n"));
    assertTrue(
        "the ceiling of a desk until the evening, from that purse",
        box.entitlements().matches("(?s).* 5400 [0-9a-f]{20} desk\n.*"));
    var other = new ToyBox(hall, "box-2", 0);
    assertTrue(box.entitlements().matches("(?s).*\npurse [0-9a-f]{20} 2000\n"));
    assertTrue(other.entitlements().startsWith("escale-entitlements 1\nbox box-2\n"));
    var grant = grant("desk");
    Answers.done(box.tells(new Seen(1, "ADMIT", grant, nine, "desk/x-2")));
    assertEquals("what is left, no more", Money.euro("40.00"), only().reserved());
    assertEquals(Money.ZERO, hall.house.store.balance("credit:k"));
  }
}
