package org.escale.core.presence;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import org.escale.caller.RequestKey;
import org.escale.core.fixture.Hall;
import org.escale.refusal.RefusalCode;
import org.junit.After;
import org.junit.Test;

/** The keys of check-ins and check-outs: law B3. */
public class VisitKeysTest {
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void b3_theSameKeyIsTheSameVisit() {
    var key = new RequestKey("check-in", "k1", "digest");
    var ann = hall.house.member("ann");
    var first = done(hall.reception.checkIn(ann.under(key), Hall.walk("ann", "x")));
    assertEquals(first, done(hall.reception.checkIn(ann.under(key), Hall.walk("ann", "x"))));
    var other = new RequestKey("check-in", "k1", "another");
    refused(
        RefusalCode.KEY_REUSED, hall.reception.checkIn(ann.under(other), Hall.walk("ann", "x")));
    var out = new RequestKey("check-out", "k2", "digest");
    hall.pass(Duration.ofMinutes(5));
    var left = done(hall.reception.checkOut(ann.under(out), first.word().id()));
    hall.pass(Duration.ofMinutes(5));
    assertEquals(left, done(hall.reception.checkOut(ann.under(out), first.word().id())));
  }

  @Test
  public void b3_aKeyOfACheckOutBelongsToItsBodyAlsoWhenTheVisitIsOver() {
    var ann = hall.house.member("ann");
    var visit = hall.walkIn("ann").id();
    hall.pass(Duration.ofMinutes(5));
    var out = new RequestKey("check-out", "k", "digest");
    var other = new RequestKey("check-out", "k", "another");
    var left = done(hall.reception.checkOut(ann.under(out), visit));
    assertEquals(left, done(hall.reception.checkOut(ann.under(out), visit)));
    refused(RefusalCode.KEY_REUSED, hall.reception.checkOut(ann.under(other), visit));
  }

  @Test
  public void b3_aCheckOutOfAVisitThatIsOverKeepsItsKey() {
    var ann = hall.house.member("ann");
    var visit = hall.walkIn("ann").id();
    hall.pass(Duration.ofMinutes(5));
    var closed = done(hall.reception.checkOut(ann, visit)).word();
    var late = new RequestKey("check-out", "late", "digest");
    var other = new RequestKey("check-out", "late", "another");
    assertEquals(closed, done(hall.reception.checkOut(ann.under(late), visit)).word());
    assertEquals(closed, done(hall.reception.checkOut(ann.under(late), visit)).word());
    refused(RefusalCode.KEY_REUSED, hall.reception.checkOut(ann.under(other), visit));
  }

  @Test
  public void b3_aRefusedCheckInLeavesNoTrace() {
    hall.walkIn("ann");
    long head = hall.house.store.head();
    refused(
        RefusalCode.ALREADY_PRESENT,
        hall.reception.checkIn(hall.house.member("ann"), Hall.walk("ann", "x")));
    assertEquals(head, hall.house.store.head());
  }
}
