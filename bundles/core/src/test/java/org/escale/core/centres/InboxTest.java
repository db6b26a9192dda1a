package org.escale.core.centres;

import static org.escale.core.fixture.Mill.hours;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.CentreEvent.Kind;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.InstalledAdapter.Power;
import org.escale.booking.Booking.State;
import org.escale.caller.RequestKey;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Mill;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.escale.service.Adapters;
import org.junit.After;
import org.junit.Test;

/** What a system sends by itself to its secret address. */
public class InboxTest {
  private static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");
  private static final AdapterId ID = Mill.row().id();

  private final Mill mill = new Mill();
  private final String secret =
      Answers.done(mill.adapters.secret(mill.hall.house.federation(), ID, Power.TELL));

  @After
  public void close() {
    mill.close();
  }

  @Test
  public void r69_whatIsSentAgainCountsOnce() {
    var asked = Answers.done(mill.ask("own-1", hours(10, 12))).word();
    var booking = mill.await(asked, State.CONFIRMED);
    mill.hall.house.clock.set("2027-03-01T10:00:10Z");
    var event = event("e1", booking.id().value(), Kind.ARRIVED);
    assertEquals(1, (int) Answers.done(mill.adapters.take(ID, secret, List.of(event, event))));
    assertEquals(0, (int) Answers.done(mill.adapters.take(ID, secret, List.of(event))));
    mill.await(booking, State.CHECKED_IN);
    assertEquals(1, mill.hall.all(Visit.class).size());
  }

  @Test
  public void b3_aKeyOfAnotherEventIsRefusedAndNothingIsTaken() {
    Answers.done(mill.adapters.take(ID, secret, List.of(event("e1", "b-1", Kind.ARRIVED))));
    var both = List.of(event("e2", "b-1", Kind.LEFT), event("e1", "b-1", Kind.LEFT));
    Answers.refused(RefusalCode.KEY_REUSED, mill.adapters.take(ID, secret, both));
    assertEquals(1, mill.hall.all(ForeignEvent.class).size());
  }

  @Test
  public void whoHasNoSecretIsToldNothing() {
    var events = List.of(event("e1", "b-1", Kind.ARRIVED));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.take(ID, "guess", events));
    Answers.refused(
        RefusalCode.NOT_FOUND, mill.adapters.take(new AdapterId("a-y"), secret, events));
    Answers.done(mill.adapters.revoke(mill.hall.house.federation(), ID, Power.TELL));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.take(ID, secret, events));
    assertEquals(List.of(), mill.hall.all(ForeignEvent.class));
  }

  @Test
  public void e1_theSecretToRingTellsNothingAndTheSecretToTellDoesNotRing() {
    var operator = mill.hall.house.federation();
    var events = List.of(event("e1", "b-1", Kind.ARRIVED));
    var ring = Answers.done(mill.adapters.secret(operator, ID, Power.RING));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.take(ID, ring, events));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.ring(ID, secret));
    assertEquals(List.of(), mill.hall.all(ForeignEvent.class));
  }

  @Test
  public void eachSecretIsMadeAnewAndEndedByItself() {
    var operator = mill.hall.house.federation();
    var events = List.of(event("e1", "b-1", Kind.ARRIVED));
    var ring = Answers.done(mill.adapters.secret(operator, ID, Power.RING));
    var second = Answers.done(mill.adapters.secret(operator, ID, Power.TELL));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.take(ID, secret, events));
    Answers.done(mill.adapters.take(ID, second, events));
    Answers.done(mill.adapters.ring(ID, ring));
    Answers.done(mill.adapters.revoke(operator, ID, Power.RING));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.ring(ID, ring));
    assertEquals(0, (int) Answers.done(mill.adapters.take(ID, second, events)));
    Answers.done(mill.adapters.revoke(operator, ID, Power.TELL));
    Answers.refused(RefusalCode.NOT_FOUND, mill.adapters.take(ID, second, events));
    var desk = mill.hall.house.desk("x");
    Answers.refused(RefusalCode.NOT_ALLOWED, mill.adapters.secret(desk, ID, Power.TELL));
    Answers.refused(RefusalCode.NOT_ALLOWED, mill.adapters.revoke(desk, ID, Power.TELL));
  }

  @Test
  public void b3_theSecretToTellIsShownOnceThoughTheRequestComesAgain() {
    var key = new RequestKey("POST events-address", "k-1", "digest");
    var operator = mill.hall.house.federation().under(key);
    var shown = Answers.done(mill.adapters.secret(operator, ID, Power.TELL));
    Answers.refused(RefusalCode.ALREADY_EXISTS, mill.adapters.secret(operator, ID, Power.TELL));
    Answers.done(mill.adapters.take(ID, shown, List.of(event("e1", "b-1", Kind.ARRIVED))));
  }

  @Test
  public void moreThanTheLimitIsRefused() {
    var event = event("e1", "b-1", Kind.ARRIVED);
    var many = Collections.nCopies(Adapters.MOST_EVENTS + 1, event);
    Answers.refused(RefusalCode.INVALID_FIELD, mill.adapters.take(ID, secret, many));
    Answers.refused(RefusalCode.INVALID_FIELD, mill.adapters.take(ID, secret, List.of()));
    for (int n = 2; n < Adapters.MOST_TOLD; n++) {
      Answers.done(mill.adapters.take(ID, secret, List.of(event)));
    }
    Answers.refused(RefusalCode.TOO_MANY_REQUESTS, mill.adapters.take(ID, secret, List.of(event)));
    mill.hall.pass(java.time.Duration.ofMinutes(1));
    Answers.done(mill.adapters.take(ID, secret, List.of(event)));
  }

  private static CentreEvent event(String key, String booking, Kind kind) {
    return new CentreEvent(key, booking, kind, TEN);
  }
}
