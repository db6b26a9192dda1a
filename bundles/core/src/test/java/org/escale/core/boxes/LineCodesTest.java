package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.escale.federation.CentreId;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes.Seen;
import org.junit.Test;

/** Where there are codes, for which days, and what becomes of one (rule L1). */
public class LineCodesTest extends LineHall {
  private static final LocalDate TODAY = LocalDate.parse("2027-03-01");

  @Test
  public void l1_whereNoBoxIsThereIsNoCode() {
    hall.centre("y", 1);
    refused(RefusalCode.NOT_FOUND, asks("bob", new CentreId("y"), Optional.empty()));
    done(hall.boxes().revoke(hall.house.federation(), ToyBox.ID));
    refused(RefusalCode.NOT_FOUND, asks("bob", X, Optional.empty()));
  }

  @Test
  public void l1_aCodeIsForOneDayFromTodayOn() {
    refused(RefusalCode.TOO_LATE, asks("bob", X, Optional.of(TODAY.minusDays(1))));
    refused(RefusalCode.TOO_LATE, asks("bob", X, Optional.of(TODAY.plusDays(61))));
    var last = done(asks("bob", X, Optional.of(TODAY.plusDays(60))));
    assertNotEquals(code("bob"), last.code());
    assertEquals(code("bob"), done(asks("bob", X, Optional.of(TODAY))).code());
  }

  @Test
  public void l1_aCodeEndsWithItsDayInTheCentre() {
    var today = done(asks("bob", X, Optional.empty()));
    assertEquals(Instant.parse("2027-03-01T23:00:00Z"), today.until());
    var longDay = done(asks("bob", X, Optional.of(LocalDate.parse("2027-03-28"))));
    assertEquals("summer time", Instant.parse("2027-03-28T22:00:00Z"), longDay.until());
  }

  @Test
  public void l1_aVisitTodayDoesNotUseUpTomorrowsCode() {
    var booking = hall.book("bob", "x-1", "2027-03-02T07:30:00Z", Duration.ofHours(1));
    hall.leave("bob", hall.walkIn("bob"));
    hall.steward.runDue();
    var tomorrow = done(asks("bob", X, Optional.of(TODAY.plusDays(1)))).code();
    assertEquals(digest(tomorrow), admits("booking/" + booking.id()).get(0).digest());
  }

  @Test
  public void l1_theCodeIsThePersonalKeyOfTheSessionThatItOpened() {
    var grant = grant("desk");
    var who = who(grant);
    var code = code(who);
    done(box.tells(new Seen(1, "ADMIT", grant, nine, "desk/x-2")));
    assertEquals(code, hall.key(hall.house.member(who), only()));
    assertNotEquals("the next one is another", code, code(who));
  }
}
