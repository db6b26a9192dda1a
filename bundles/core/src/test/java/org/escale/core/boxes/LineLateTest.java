package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.service.Boxes.Seen;
import org.escale.spi.store.Outbox.Message;
import org.junit.Test;

/** What is told when things are no longer as the box was told (rules L7 to L9, law S6). */
public class LineLateTest extends LineHall {
  private static final Instant CAME = Instant.parse("2027-03-01T09:05:07Z");
  private static final String NOBODY = "line:" + "0".repeat(20) + ":20270301:0";

  @Test
  public void l7_aBookingThatWasCancelledStaysSoAndTheGuestWasAtThatPlace() {
    hall.house.put(Words.space("x-0", "x", SpaceKind.DESK));
    var booking = booked();
    var admit = admit(booking);
    cancel(booking);
    hall.pass(Duration.ofHours(2));
    done(box.tells(admit));
    assertEquals(Booking.State.CANCELLED, booking(booking.id()).state());
    assertNotEquals(booking.id(), only().booking());
    assertEquals("x-1", only().space().value());
    assertEquals(CAME, only().startedAt());
  }

  @Test
  public void l7_aBookingThatWasOverWhenSomebodyCameIsNotTheirs() {
    var booking = booked();
    var grant = grant("booking/" + booking.id());
    hall.pass(Duration.ofHours(4));
    var at = booking.slot().to();
    done(box.tells(new Seen(1, "ADMIT", grant, at, "booking/" + booking.id())));
    assertEquals(Booking.State.CONFIRMED, booking(booking.id()).state());
    assertNotEquals(booking.id(), only().booking());
    assertEquals(at, only().startedAt());
  }

  @Test
  public void l7_whereOnlyACededDeskIsFreeThatIsThePlace() {
    var booking = booked();
    var admit = admit(booking);
    cancel(booking);
    hall.book("ann", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    told(admit, CAME.plusSeconds(3600));
    assertEquals("x-2", there("p-bob").space().value());
    assertEquals(CAME.plusSeconds(3600), there("p-bob").closing().orElseThrow().at());
  }

  @Test
  public void s6_aPlaceThatIsSomebodysSoonIsNoneForWhoStaysLonger() {
    var booking = booked();
    var admit = admit(booking);
    cancel(booking);
    hall.book("ann", "x-1", "2027-03-01T09:30:00Z", Duration.ofHours(2));
    told(admit, CAME.plusSeconds(6000));
    var closing = there("p-bob").closing().orElseThrow();
    assertEquals("no hour is lost", CAME.plusSeconds(6000), closing.at());
    assertEquals(By.GATEWAY, closing.by());
  }

  @Test
  public void l7_ofPlacesThatAreFreeAsLongItIsTheOneThatWasGiven() {
    hall.house.put(Words.space("x-0", "x", SpaceKind.DESK));
    var booking = booked();
    var admit = admit(booking);
    var ann = grant("desk");
    cancel(booking);
    hall.book("bob", "x-0", "2027-03-01T10:30:00Z", Duration.ofHours(2));
    hall.book("ann", "x-1", "2027-03-01T10:30:00Z", Duration.ofHours(2));
    hall.pass(Duration.ofHours(2));
    done(box.tells(new Seen(1, "ADMIT", ann, nine, "desk/x-2")));
    done(box.tells(new Seen(2, "ADMIT", admit.grant(), CAME, admit.place())));
    assertEquals("x-1", there("p-bob").space().value());
  }

  @Test
  public void s6_theLastMinutesBeforeClosingAreNotLost() {
    hall.house.put(Words.space("x-0", "x", SpaceKind.DESK));
    var both = grants("desk");
    hall.pass(Duration.ofHours(10));
    var at = Instant.parse("2027-03-01T16:50:00Z");
    done(box.tells(new Seen(1, "ADMIT", both.get(0), at, "desk/x-1")));
    assertEquals("x-1", only().space().value());
    done(box.tells(new Seen(2, "ADMIT", both.get(1), at, "desk/x-1")));
    assertEquals(List.of(), waits());
    assertEquals(2, hall.all(Visit.class).stream().filter(v -> v.startedAt().equals(at)).count());
  }

  @Test
  public void s6_whoCameAfterTheCentreClosedIsNotLost() {
    var grant = grant("desk");
    hall.pass(Duration.ofHours(10));
    var at = Instant.parse("2027-03-01T17:05:00Z");
    done(box.tells(new Seen(1, "ADMIT", grant, at, "desk/x-2")));
    assertEquals(at, only().startedAt());
  }

  @Test
  public void b1_aBoxWhoseClockIsAheadTakesNothingOfTheBookingBefore() {
    var before = hall.book("ann", "x-1", "2027-03-01T08:00:00Z", Duration.ofHours(1));
    var booking = booked();
    var grant = grant("booking/" + booking.id());
    done(hall.reception.checkIn(hall.house.member("ann"), Hall.with(before)));
    hall.pass(Duration.ofMinutes(59));
    var at = booking.slot().from();
    done(box.tells(new Seen(1, "ADMIT", grant, at, "booking/" + booking.id())));
    assertEquals(booking.id(), there("p-bob").booking());
    assertEquals(Booking.State.CHECKED_IN, booking(booking.id()).state());
  }

  @Test
  public void l8_ofACreditBelowItsFloorNothingIsReserved() {
    var floor = Money.euro("10.00");
    var company = new Pseudonym("p-c");
    hall.house.put(
        new Credit(new CreditId("k"), new CompanyId("c"), company, Optional.empty(), floor));
    done(box.tells(new Seen(1, "ADMIT", grant("desk"), nine, "desk/x-2")));
    assertEquals(Money.ZERO, only().reserved());
  }

  @Test
  public void s6_whatWasTakenOverIsNotSetAsideWhenItIsToldAgain() {
    var admit = new Seen(1, "ADMIT", grant("desk"), nine, "desk/x-2");
    var stop = new Seen(2, "STOP", admit.grant(), nine.plusSeconds(1800));
    for (int again = 0; again < 3; again++) {
      done(box.tells(admit, stop));
    }
    assertEquals(List.of(), waits());
    assertEquals(1, hall.records(only()).size());
  }

  @Test
  public void l9_whatNeverCanBeIsSetAsideAtOnceAndWhatRestsOnItAfterADay() {
    done(
        box.tells(
            new Seen(1, "ADMIT", NOBODY, nine, "desk/x-2"),
            new Seen(2, "STOP", NOBODY, nine.plusSeconds(60))));
    hall.steward.runDue();
    assertEquals("refused: UNKNOWN_MEMBER", aside().get(0).why());
    hall.pass(Duration.ofHours(23));
    assertEquals(1, aside().size());
    hall.pass(Duration.ofHours(2));
    assertEquals(2, aside().size());
    assertTrue(aside().get(1).why().endsWith(", for 24 hours"));
  }

  @Test
  public void l9_whereNoAffiliationIsLeftThatIsTheReason() {
    var grant = grant("desk");
    var kept = hall.house.snapshots.now().all(Affiliation.class).stream();
    var x = kept.filter(a -> a.centre().equals(X)).findFirst().orElseThrow();
    var known = hall.house.snapshots.now().kept(Affiliation.class, x.id()).orElseThrow();
    hall.house.put(Words.affiliation("x", "borea", Affiliation.State.SUSPENDED), known.revision());
    done(box.tells(new Seen(1, "ADMIT", grant, nine, "desk/x-2")));
    hall.steward.runDue();
    assertEquals("refused: CENTRE_NOT_ACTIVE", aside().get(0).why());
  }

  @Test
  public void s6_eachThatWaitsIsKeptOnceByItsBoxItsNumberAndItsSession() {
    var other = new ToyBox(hall, "box-2", 0);
    var stop = new Seen(2, "STOP", NOBODY, nine);
    var alive = new Seen(3, "ALIVE", NOBODY, nine);
    for (int again = 0; again < 2; again++) {
      done(box.tells(stop, alive));
      done(other.tells(stop));
    }
    assertEquals(3, waits().size());
    done(box.tells(new Seen(2, "STOP", NOBODY.replace('0', '1'), nine)));
    assertEquals("a box that began anew", 4, waits().size());
  }

  @Test
  public void s6_ofASessionThatNobodyKnowsNothingWaits() {
    done(box.tells(new Seen(1, "STOP", "no-such-session", nine)));
    assertEquals(List.of(), waits());
  }

  private Booking booked() {
    return hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
  }

  private Seen admit(Booking booking) {
    var place = "booking/" + booking.id();
    return new Seen(1, "ADMIT", grant(place), CAME, place);
  }

  private void cancel(Booking booking) {
    done(hall.house.bookings.cancel(hall.house.desk("x"), booking.id(), "elsewhere"));
  }

  private void told(Seen admit, Instant left) {
    hall.pass(Duration.ofHours(5));
    done(box.tells(admit, new Seen(2, "STOP", admit.grant(), left)));
    box.beats();
    hall.pass(Duration.ofMinutes(1));
  }

  private Visit there(String person) {
    return hall.all(Visit.class).stream()
        .filter(visit -> visit.guest().person().value().equals(person))
        .findFirst()
        .orElseThrow();
  }

  private List<Message> aside() {
    return waits().stream().filter(message -> message.due().isEmpty()).toList();
  }
}
