package org.escale.core.presence;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.time.Duration;
import java.util.Optional;
import org.escale.client.MemberId;
import org.escale.core.fixture.Hall;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.presence.UsedBadge;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception.Arrival;
import org.escale.word.Kept;
import org.junit.After;
import org.junit.Test;

/** Checking in by a code that a member shows. */
public class BadgeTest {
  private static final MemberId ANN = new MemberId("ann");
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  private String code() {
    return done(hall.reception.badge(hall.house.member("ann"), ANN)).code();
  }

  private Outcome<Kept<Visit>> show(String desk, String code) {
    var arrival =
        new Arrival(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(code));
    return hall.reception.checkIn(hall.house.desk(desk), arrival);
  }

  @Test
  public void aCodeLetsItsMemberInOnce() {
    var code = code();
    var visit = done(show("x", code)).word();
    assertEquals(hall.house.member("ann").standing().person().get(), visit.guest().person());
    hall.house.clock.advance(Duration.ofSeconds(30));
    hall.leave("ann", visit);
    refused(RefusalCode.CODE_USED, show("x", code));
    done(show("x", code()));
  }

  @Test
  public void aCodeUsesTheBookingThatFits() {
    var booking = hall.book("ann", "x-2", "2027-03-01T08:30:00Z", Duration.ofHours(2));
    assertEquals(booking.id(), done(show("x", code())).word().booking());
  }

  @Test
  public void aCodeIsGoodForSixtySeconds() {
    var code = code();
    hall.house.clock.advance(Duration.ofSeconds(60));
    done(show("x", code));
    var old = code();
    hall.house.clock.advance(Duration.ofSeconds(61));
    refused(RefusalCode.CODE_EXPIRED, show("x", old));
  }

  @Test
  public void aCodeIsGoodForADayWhereTheCentreIsOffline() {
    var old = code();
    hall.house.clock.advance(Duration.ofSeconds(61));
    var kept = hall.house.snapshots.now().kept(Centre.class, new CentreId("x")).orElseThrow();
    var c = kept.word();
    hall.house.put(
        new Centre(c.id(), c.site(), c.name(), c.kind(), c.home(), c.hours(), c.profile(), false),
        kept.revision());
    assertNotEquals(Outcome.refused(RefusalCode.CODE_EXPIRED), show("x", old));
    hall.house.clock.advance(Duration.ofHours(24));
    refused(RefusalCode.CODE_EXPIRED, show("x", old));
  }

  @Test
  public void s1_whatIsForgedOrForeignLetsNobodyIn() {
    refused(RefusalCode.CODE_INVALID, show("x", "bm90IG91cnM"));
    refused(RefusalCode.CODE_INVALID, show("x", "!"));
    refused(RefusalCode.NOT_FOUND, hall.reception.badge(hall.house.member("bob"), ANN));
    refused(RefusalCode.NOT_ALLOWED, hall.reception.badge(hall.house.desk("x"), ANN));
    var arrival =
        new Arrival(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(code()));
    refused(RefusalCode.NOT_FOUND, hall.reception.checkIn(hall.house.member("bob"), arrival));
  }

  @Test
  public void b3_aRefusedArrivalLeavesItsCodeUnused() {
    done(show("x", code()));
    var second = code();
    refused(RefusalCode.ALREADY_PRESENT, show("x", second));
    assertEquals(1, hall.all(UsedBadge.class).size());
    var keeping = new BadgeKeeping(hall.house.store, hall.house.commits);
    hall.house.clock.advance(Duration.ofDays(3));
    keeping.run(hall.house.clock.instant());
    assertEquals(0, hall.all(UsedBadge.class).size());
  }
}
