package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.access.Session;
import org.escale.billing.Charge;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.core.connectivity.BoxStanding;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.federation.CentreId;
import org.escale.federation.Position;
import org.escale.federation.SpaceId;
import org.escale.presence.Closing.By;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice.Wanted;
import org.escale.service.Boxes.Seen;
import org.escale.service.Search;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Test;

/** What the hub does not do while it does not hear a centre's box (law S5). */
public class CutOffTest {
  private static final CentreId X = new CentreId("x");

  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s5_nobodyIsMissedBeforeTheBoxWasHeard() {
    var box = new ToyBox(hall, 0);
    box.beats();
    hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    hall.pass(Duration.ofHours(5));
    assertEquals("cut off", Booking.State.CONFIRMED, booking());
    box.beats();
    hall.pass(Duration.ofSeconds(10));
    assertEquals("heard", Booking.State.NO_SHOW, booking());
    assertEquals(1, hall.all(Charge.class).size());
  }

  @Test
  public void s5_cuttingNeverWaitsButTheEndDoesAndWhatTheBoxSawCountsOnce() {
    var box = new ToyBox(hall, 0);
    var visit = hall.walkIn("ann");
    var grant = hall.session(visit).id().value();
    box.beats();
    var start = hall.house.clock.instant();
    hall.pass(Duration.ofHours(12));
    assertEquals("cut at its end", Session.State.ENDED, hall.session(visit).state());
    assertTrue("not billed yet", hall.now(visit).open());
    assertEquals(0, hall.records(visit).size());
    var seen =
        new Seen[] {
          new Seen(3, "STOP", grant, start.plusSeconds(7200)),
          new Seen(1, "START", grant, start.plusSeconds(5)),
          new Seen(2, "ALIVE", grant, start.plusSeconds(3600))
        };
    assertEquals(Long.valueOf(3), Answers.done(box.tells(seen)));
    assertEquals(Long.valueOf(3), Answers.done(box.tells(seen)));
    box.beats();
    hall.pass(Duration.ofMinutes(5));
    var closing = hall.now(visit).closing().orElseThrow();
    assertEquals(By.GATEWAY, closing.by());
    assertEquals(start.plusSeconds(7200), closing.at());
    assertEquals(1, hall.records(visit).size());
    assertEquals(1, hall.all(Charge.class).size());
  }

  @Test
  public void s5_afterADayTheEndComesAndIsSetAside() {
    var box = new ToyBox(hall, 0);
    box.beats();
    hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    var visit = hall.walkIn("ann");
    var closes = Duration.ofHours(9);
    hall.pass(closes.plus(Duration.ofHours(24)).minusSeconds(1));
    assertTrue(hall.now(visit).open());
    hall.pass(Duration.ofSeconds(31));
    assertEquals("visit.ended.not-heard", hall.now(visit).closing().orElseThrow().text());
    assertEquals(Booking.State.NO_SHOW, booking());
    assertEquals(2, hall.all(UsageRecord.class).size());
    assertEquals("nothing is billed", 0, hall.all(Charge.class).size());
    assertEquals(2, hall.all(Unrated.class).size());
  }

  @Test
  public void s5_whatABoxMayGiveAwayTheHubDoesNot() {
    var box = new ToyBox(hall, 1);
    assertEquals(Set.of(new SpaceId("x-2")), hall.house.lines.ceded(X));
    box.beats();
    var later = Instant.parse("2027-03-01T13:00:00Z");
    var ahead = new TimeSlot(later, later.plusSeconds(3600));
    refused(RefusalCode.SPACE_TAKEN, hall.house.bookings.book(hall.house.member("bob"), at(ahead)));
    hall.walkIn("ann");
    hall.pass(Duration.ofSeconds(119));
    assertEquals(Optional.empty(), hall.house.lines.cutSince(X));
    assertEquals("the box is heard", Set.of("ceded"), full().keySet());
    hall.pass(Duration.ofSeconds(1));
    assertEquals("it is not", Set.of("ceded", "silentSince"), full().keySet());
    assertEquals("1", full().get("ceded"));
  }

  private java.util.Map<String, String> full() {
    var said = hall.reception.checkIn(hall.house.member("bob"), Hall.walk("bob", "x"));
    refused(RefusalCode.CENTRE_FULL, said);
    return ((Outcome.Refused<?>) said).refusal().details();
  }

  @Test
  public void b1_onlyADeskThatNobodyHasIsCeded() {
    var box = new ToyBox(hall, 0);
    box.beats();
    hall.book("bob", "x-2", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    var boxes = hall.boxes();
    var operator = hall.house.federation();
    var no = boxes.cede(operator, ToyBox.ID, 1, 2);
    refused(RefusalCode.WRONG_STATE, no);
    assertEquals("1", ((Outcome.Refused<?>) no).refusal().details().get("bookings"));
    Answers.done(
        hall.house.bookings.cancel(hall.house.desk("x"), hall.all(Booking.class).get(0).id(), ""));
    refused(RefusalCode.CHANGED_MEANWHILE, boxes.cede(operator, ToyBox.ID, 1, 7));
    refused(RefusalCode.INVALID_FIELD, boxes.cede(operator, ToyBox.ID, 501, 2));
    Answers.done(boxes.cede(operator, ToyBox.ID, 1, 2));
    var seen = Answers.done(boxes.ceded(hall.house.desk("x"), X));
    assertEquals(List.of(new SpaceId("x-2")), seen.desks());
    assertEquals(java.util.Map.of("box-1", 1), seen.boxes());
    refused(RefusalCode.NOT_FOUND, boxes.ceded(hall.house.desk("y"), X));
    refused(RefusalCode.NOT_ALLOWED, boxes.ceded(hall.house.member("ann"), X));
    refused(RefusalCode.NOT_ALLOWED, boxes.cede(hall.house.desk("x"), ToyBox.ID, 0, 3));
  }

  @Test
  public void s5_whatABoxThatIsNotHeardMayGiveAwayIsNotTakenBack() {
    var box = new ToyBox(hall, 1);
    box.beats();
    hall.pass(Duration.ofMinutes(3));
    var no = hall.boxes().cede(hall.house.federation(), ToyBox.ID, 0, 2);
    refused(RefusalCode.WRONG_STATE, no);
    assertTrue(((Outcome.Refused<?>) no).refusal().details().containsKey("silentSince"));
    box.beats();
    Answers.done(hall.boxes().cede(hall.house.federation(), ToyBox.ID, 0, 2));
    assertEquals(Set.of(), hall.house.lines.ceded(X));
  }

  @Test
  public void r34_aCentreThatIsNotHeardIsNotOfferedAndItIsSaidSinceWhen() {
    var box = new ToyBox(hall, 0);
    box.beats();
    var heard = hall.house.clock.instant();
    assertEquals(2, offered());
    hall.pass(Duration.ofMinutes(2));
    assertEquals(0, offered());
    var later = Instant.parse("2027-03-01T13:00:00Z");
    var wanted = at(new TimeSlot(later, later.plusSeconds(3600)));
    var said = hall.house.bookings.book(hall.house.member("bob"), wanted);
    refused(RefusalCode.NO_CONNECTIVITY, said);
    var why = ((Outcome.Refused<?>) said).refusal().details();
    assertEquals(heard.toString(), why.get("silentSince"));
    var gear =
        new BoxStanding(hall.house.snapshots, hall.house.lines, hall.house.outages).all().get(0);
    assertEquals("silent for 120 s; 2 min without a line this month", gear.text());
    assertFalse(gear.up());
    box.beats();
    assertEquals(2, offered());
  }

  private int offered() {
    var later = Instant.parse("2027-03-01T13:00:00Z");
    var wish =
        new Search.Wish(
            new Position(50, 5),
            new TimeSlot(later, later.plusSeconds(3600)),
            Optional.empty(),
            1,
            Set.of(),
            0,
            Optional.empty(),
            10);
    return Answers.done(hall.house.search.find(hall.house.member("bob"), wish)).size();
  }

  private static Wanted at(TimeSlot slot) {
    return new Wanted(
        Optional.empty(),
        new SpaceId("x-2"),
        slot,
        Optional.empty(),
        1,
        java.util.Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private Booking.State booking() {
    return hall.all(Booking.class).stream()
        .filter(booking -> booking.space().value().equals("x-1"))
        .map(Booking::state)
        .filter(state -> state != Booking.State.CHECKED_IN && state != Booking.State.FULFILLED)
        .findFirst()
        .orElseThrow();
  }
}
