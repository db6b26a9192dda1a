package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.escale.access.LinePurses;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.core.presence.LineHolds;
import org.escale.core.presence.LineNews;
import org.escale.core.rights.Purse;
import org.escale.federation.Centre;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes.Seen;
import org.escale.word.Kept;
import org.junit.Test;

/** Credit that is held back while a centre is cut off (law L8). */
public class HeldCreditTest extends LineHall {
  private static final Duration CUT = Duration.ofMinutes(2);

  @Test
  public void l8_whatTheListLetsBeSpentIsHeldAndWhomTheBoxLetInDrawsOnIt() {
    var grant = listed("60.00");
    assertEquals(Money.euro("60.00"), left());
    hall.pass(CUT.minusSeconds(1));
    assertEquals("not before it is cut off", Money.euro("60.00"), left());
    hall.pass(Duration.ofSeconds(10));
    assertEquals(Money.ZERO, left());
    assertEquals(Money.euro("60.00"), held());
    var no = refused(RefusalCode.NO_CREDIT, elsewhere("bob"));
    assertEquals("for a centre that is cut off", no.details().get("held"));
    assertEquals(Money.euro("60.00"), shown());
    done(box.tells(new Seen(1, "ADMIT", grant, nine, "desk/x-2")));
    assertEquals("all that it may come to", Money.euro("54.00"), only().reserved());
    assertEquals(Money.euro("6.00"), held());
    done(box.tells(new Seen(1, "ADMIT", grant, nine, "desk/x-2")));
    assertEquals("once", Money.euro("6.00"), held());
    box.beats();
    hall.pass(Duration.ofSeconds(10));
    assertEquals(Money.euro("6.00"), left());
    assertEquals(Money.ZERO, held());
    balanced();
  }

  @Test
  public void l8_heldExactlyOnceHoweverOftenTheHubIsStartedAgain() {
    listed("500.00");
    hall.pass(CUT);
    hall.pass(Duration.ofSeconds(10));
    assertEquals("no more than all who are listed may come to", Money.euro("108.00"), held());
    for (int start = 0; start < 3; start++) {
      var again = fresh();
      again.run(hall.house.clock.instant().plusSeconds(60L * start));
      assertEquals(Money.euro("108.00"), held());
      assertEquals(Money.euro("392.00"), left());
    }
    box.beats();
    for (int start = 0; start < 3; start++) {
      fresh().run(hall.house.clock.instant());
      assertEquals(Money.euro("500.00"), left());
    }
    balanced();
  }

  @Test
  public void l8_aHoldNeverPassesTheFloor() {
    listed("60.00");
    hall.pass(Duration.ofMinutes(1));
    var visit = done(elsewhere("bob")).word();
    hall.pass(CUT);
    assertEquals("what is left", Money.euro("60.00").minus(visit.reserved()), held());
    assertTrue(held().compareTo(Money.ZERO) > 0);
    assertEquals(Money.ZERO, left());
    balanced();
  }

  @Test
  public void l8_whatIsLeftIsFreeOnceTheListCountsNoMore() {
    listed("60.00");
    hall.pass(CUT);
    hall.pass(Duration.ofHours(23));
    assertEquals(Money.euro("60.00"), held());
    hall.pass(Duration.ofHours(1).plusMinutes(5));
    assertEquals(Money.ZERO, held());
    assertEquals(Money.euro("60.00"), left());
    balanced();
  }

  @Test
  public void l8_itStaysHeldWhileSomethingThatTheBoxToldWaits() {
    hall.centre("y", 1);
    var grant = listed("200.00");
    var elsewhere = hall.walkIn(who(grant), "y");
    box.entitlements();
    hall.pass(CUT.plusSeconds(10));
    var before = held();
    assertTrue(before.compareTo(Money.ZERO) > 0);
    done(box.tells(new Seen(1, "ADMIT", grant, nine, "desk/x-2")));
    box.beats();
    hall.pass(Duration.ofSeconds(10));
    assertEquals("somebody is still elsewhere", before, held());
    var who = elsewhere.guest().person().value().substring(2);
    hall.leave(who, elsewhere);
    hall.pass(Duration.ofSeconds(40));
    box.beats();
    hall.pass(Duration.ofSeconds(40));
    assertEquals(Money.ZERO, held());
    assertEquals(2, hall.all(Visit.class).size());
    balanced();
  }

  @Test
  public void l8_theFirstListAfterwardsSharesOutWhatIsFreeAgain() {
    listed("60.00");
    hall.pass(CUT);
    assertEquals(Money.euro("60.00"), held());
    box.beats();
    assertTrue(box.entitlements().matches("(?s).*\npurse [0-9a-f]{20} 6000\n"));
    assertEquals(Money.ZERO, held());
    balanced();
  }

  @Test
  public void l8_aBudgetIsHeldAsWell() {
    hall.house.put(Words.entitlement("e").budget("60.00").build());
    box.entitlements();
    hall.pass(CUT.plusSeconds(10));
    var bob = hall.house.member("bob").standing().person().orElseThrow();
    assertEquals(Money.euro("54.00"), purses().held(LinePurses.budget(bob)));
    var no = refused(RefusalCode.NO_CREDIT, elsewhere("bob"));
    assertEquals("for a centre that is cut off", no.details().get("held"));
    box.beats();
    hall.pass(Duration.ofSeconds(10));
    done(elsewhere("bob"));
  }

  /** A box's last list, with so much on the company's credit; a grant of it. */
  private String listed(String euro) {
    topUp(euro);
    return grant("desk");
  }

  private Outcome<Kept<Visit>> elsewhere(String member) {
    if (hall.all(Centre.class).size() == 1) {
      hall.centre("y", 2);
    }
    return hall.reception.checkIn(hall.house.member(member), Hall.walk(member, "y"));
  }

  /** As after a start of the hub. */
  private LineHolds fresh() {
    var house = hall.house;
    var news = new LineNews(house.store, house.store, house.snapshots);
    return new LineHolds(house.snapshots, house.commits, house.purse, house.lines, news);
  }

  private Money left() {
    return hall.house.store.balance("credit:k");
  }

  private Money held() {
    var ledger = hall.house.store.balance("held:" + ToyBox.ID + ":k");
    assertEquals("as the ledger says", ledger, purses().held("credit:k"));
    return ledger;
  }

  private Money shown() {
    return Purse.held(hall.house.snapshots.now(), "credit:k");
  }

  private LinePurses purses() {
    return hall.all(LinePurses.class).get(0);
  }

  private void balanced() {
    hall.house.store.total().values().forEach(sum -> assertTrue(sum.toString(), sum.isZero()));
  }
}
