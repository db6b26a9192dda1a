package org.escale.core.presence;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.access.Session;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.TransactionId;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Hall;
import org.escale.money.Money;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Test;

/** Staying on, and leaving sooner, while somebody is there. */
public class StayingOnTest {
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s3_stayingOnMovesTheVisitsLimitAndTheSessionsEnd() throws IOException {
    var visit = enter();
    hall.steward.runDue();
    assertTrue(hall.gateway.connect(hall.key(hall.house.member("ann"), visit), now()));
    hall.pass(Duration.ofMinutes(100));
    hall.gateway.report(Kind.ALIVE, hall.session(visit).id(), now());
    var moved = done(until(visit, "2027-03-01T13:00:00Z")).word();
    assertEquals(Instant.parse("2027-03-01T13:00:00Z"), moved.slot().to());
    assertEquals(Booking.State.CHECKED_IN, moved.state());
    assertEquals(moved.slot(), hall.now(visit).slot());
    assertEquals(moved.agreement(), hall.now(visit).agreement());
    hall.steward.runDue();
    var session = hall.session(visit);
    assertEquals(Instant.parse("2027-03-01T13:15:00Z"), session.until());
    assertEquals(Session.State.OPEN, session.state());
    assertEquals(session.until(), hall.gateway.known().get(0).until());
    hall.pass(Duration.ofMinutes(60));
    hall.gateway.report(Kind.ALIVE, session.id(), now());
    hall.house.clock.set("2027-03-01T12:30:00Z");
    hall.gateway.report(Kind.ALIVE, session.id(), now());
    assertTrue(hall.now(visit).open());
    hall.house.clock.set("2027-03-01T13:20:00Z");
    hall.steward.runDue();
    var closing = hall.now(visit).closing().orElseThrow();
    assertEquals(Instant.parse("2027-03-01T13:15:00Z"), closing.at());
    assertEquals(By.SPACE_TIME_OVER, closing.by());
  }

  @Test
  public void s3_leavingSoonerFreesTheSpaceAndCutsTheSession() {
    var visit = enter();
    hall.pass(Duration.ofMinutes(30));
    refused(RefusalCode.SLOT_IN_PAST, until(visit, "2027-03-01T08:29:59Z"));
    done(until(visit, "2027-03-01T09:00:00Z"));
    assertEquals(Instant.parse("2027-03-01T09:15:00Z"), hall.session(visit).until());
    hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(1));
    hall.house.clock.set("2027-03-01T09:15:00Z");
    hall.steward.runDue();
    assertEquals(By.SPACE_TIME_OVER, hall.now(visit).closing().orElseThrow().by());
    assertEquals(Session.State.ENDED, hall.session(visit).state());
  }

  @Test
  public void b1_nobodyStaysOnIntoTheNextBooking() {
    var visit = enter();
    hall.book("bob", "x-1", "2027-03-01T11:00:00Z", Duration.ofHours(1));
    var head = hall.house.store.head();
    refused(RefusalCode.SPACE_TAKEN, until(visit, "2027-03-01T11:00:01Z"));
    assertEquals(head, hall.house.store.head());
    assertEquals(visit, hall.now(visit));
    done(until(visit, "2027-03-01T11:00:00Z"));
  }

  @Test
  public void b8_theSealedTermsLimitHowLongOneStaysOn() {
    var visit = enter();
    refused(RefusalCode.CENTRE_CLOSED, until(visit, "2027-03-01T17:00:01Z"));
    refused(RefusalCode.TOO_LATE, until(visit, "2027-03-01T20:00:01Z"));
    var start = slot("2027-03-01T08:30:00Z", "2027-03-01T12:00:00Z");
    refused(RefusalCode.INVALID_FIELD, move(visit, start, booking(visit).revision()));
    refused(
        RefusalCode.CHANGED_MEANWHILE,
        move(visit, slot("2027-03-01T08:00:00Z", "2027-03-01T12:00:00Z"), 1));
  }

  @Test
  public void s3_aVisitThatIsOverIsNotProlonged() {
    var visit = enter();
    hall.house.clock.set("2027-03-01T10:15:00Z");
    refused(RefusalCode.WRONG_STATE, until(visit, "2027-03-01T12:00:00Z"));
    hall.steward.runDue();
    refused(RefusalCode.WRONG_STATE, until(visit, "2027-03-01T12:00:00Z"));
  }

  @Test
  public void whoMayNoLongerComeMayLeaveSoonerButNotStayOn() {
    var visit = enter();
    var company =
        hall.house
            .snapshots
            .now()
            .kept(org.escale.client.Company.class, new CompanyId("c"))
            .orElseThrow();
    hall.house.put(
        company.word().with(org.escale.client.Company.Standing.OVERDUE), company.revision());
    refused(RefusalCode.PAYMENT_OVERDUE, until(visit, "2027-03-01T12:00:00Z"));
    hall.stopRules();
    done(until(visit, "2027-03-01T09:00:00Z"));
  }

  @Test
  public void r10_theReservedCeilingMovesAndTheRestIsReleased() {
    topUp("26.00");
    var visit = enter();
    assertEquals(Money.euro("14.00"), balance("credit:k"));
    refused(RefusalCode.NO_CREDIT, until(visit, "2027-03-01T13:00:00Z"));
    done(until(visit, "2027-03-01T12:00:00Z"));
    assertEquals(Money.euro("2.00"), balance("credit:k"));
    assertEquals(Money.euro("24.00"), balance("reserved:" + visit.id()));
    assertEquals(Money.euro("24.00"), hall.now(visit).reserved());
    done(until(visit, "2027-03-01T11:00:00Z"));
    assertEquals(Money.euro("8.00"), balance("credit:k"));
    hall.pass(Duration.ofHours(3));
    hall.leave("ann", visit);
    hall.steward.runDue();
    assertEquals(Money.euro("8.00"), balance("credit:k"));
    assertEquals(Money.ZERO, balance("reserved:" + visit.id()));
    assertEquals(Money.euro("18.00"), balance("prepaid:p-c"));
  }

  private Visit enter() {
    var booking = hall.book("ann", "x-1", "2027-03-01T08:00:00Z", Duration.ofHours(2));
    return done(hall.reception.checkIn(hall.house.member("ann"), Hall.with(booking))).word();
  }

  private Outcome<Kept<Booking>> until(Visit visit, String to) {
    var booking = booking(visit);
    var slot = new TimeSlot(booking.word().slot().from(), Instant.parse(to));
    return move(visit, slot, booking.revision());
  }

  private Outcome<Kept<Booking>> move(Visit visit, TimeSlot slot, long revision) {
    return hall.house.bookings.move(hall.house.member("ann"), visit.booking(), slot, revision);
  }

  private Kept<Booking> booking(Visit visit) {
    return hall.house.store.get(Booking.class, visit.booking(), Sight.PLATFORM).orElseThrow();
  }

  private void topUp(String euro) {
    var owner = new Pseudonym("p-c");
    hall.house.put(
        new Credit(new CreditId("k"), new CompanyId("c"), owner, Optional.empty(), Money.ZERO));
    var amount = Money.euro(euro);
    hall.house.commits.commit(
        Change.of(
            new Write.Post(
                new LedgerTransaction(
                    new TransactionId("top-up"),
                    now(),
                    "k",
                    List.of(
                        new LedgerEntry("credit:k", amount),
                        new LedgerEntry("cash", amount.negated())),
                    Set.of()))));
  }

  private Money balance(String account) {
    return hall.house.store.balance(account);
  }

  private Instant now() {
    return hall.house.clock.instant();
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(Instant.parse(from), Instant.parse(to));
  }
}
