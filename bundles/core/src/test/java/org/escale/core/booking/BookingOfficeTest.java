package org.escale.core.booking;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.booking.BookingId;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.MemberId;
import org.escale.core.fixture.Acme;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Extra;
import org.escale.federation.ExtraId;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice.Wanted;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class BookingOfficeTest {
  private static final TimeSlot TEN = slot("2027-03-01T10:00:00Z", "2027-03-01T12:00:00Z");
  private static final TimeSlot NOON = slot("2027-03-01T12:00:00Z", "2027-03-01T13:00:00Z");

  private final House house = new House();
  private Company company;

  @Before
  public void open() {
    house.centre("north", 50.5, 4.5, 2);
    house.centre("south", 50.0, 4.5, 1);
    company = house.company("c", "ann", "bob");
    house.company("other", "eve");
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void b8_whatIsBookedCarriesItsTermsAndPrices() {
    var booking = done(book(ann(), wish("north-1", TEN))).word();
    assertEquals(State.CONFIRMED, booking.state());
    var terms = booking.agreement().terms();
    assertEquals(Money.euro("4.00"), terms.price("desk").orElseThrow().each());
    assertEquals(Money.euro("8.00"), terms.ceiling());
    assertEquals(Duration.ofHours(10), terms.longestVisit());
    assertEquals("p-ann", booking.guest().person().value());
  }

  @Test
  public void b1_aTakenSpaceIsRefusedAndSlotsThatTouchAreNot() {
    done(book(ann(), wish("north-1", TEN)));
    refused(RefusalCode.SPACE_TAKEN, book(bob(), wish("north-1", TEN)));
    done(book(bob(), wish("north-1", NOON)));
  }

  @Test
  public void b3_theSameKeyBooksOnce() {
    var key = new RequestKey("book", "k1", "d1");
    var first = done(house.bookings.book(ann().under(key), wish("north-1", TEN)));
    assertEquals(first, done(house.bookings.book(ann().under(key), wish("north-1", TEN))));
    var other = new RequestKey("book", "k1", "d2");
    refused(RefusalCode.KEY_REUSED, house.bookings.book(ann().under(other), wish("north-1", NOON)));
  }

  @Test
  public void r104_equipmentIsTakenPieceByPieceAndCateringIsNot() {
    house.put(extra("beamer", 2), extra("lunch", 0));
    var first = done(book(ann(), with("north-1", Map.of("beamer", 1, "lunch", 5)))).word();
    assertEquals(List.of(new SpaceId("beamer#1")), first.lines().get(0).pieces());
    assertEquals(List.of(), first.lines().get(1).pieces());
    refused(RefusalCode.EQUIPMENT_TAKEN, book(bob(), with("north-2", Map.of("beamer", 2))));
    refused(RefusalCode.SPACE_TAKEN, book(bob(), with("north-1", Map.of("beamer", 2))));
    var second = done(book(bob(), with("north-2", Map.of("beamer", 1)))).word();
    assertEquals(List.of(new SpaceId("beamer#2")), second.lines().get(0).pieces());
  }

  @Test
  public void badTimesAreRefusedBeforeRightsAreLookedAt() {
    var day = slot("2027-03-01T10:00:00Z", "2027-03-02T10:00:00Z");
    done(book(ann(), wish("north-1", day)));
    refused(
        RefusalCode.INVALID_SLOT,
        book(ann(), wish("north-1", slot("2027-03-01T10:00:00Z", "2027-03-02T10:00:01Z"))));
    refused(
        RefusalCode.INVALID_SLOT,
        book(ann(), wish("north-1", slot("2028-04-04T08:00:01Z", "2028-04-04T09:00:00Z"))));
    refused(
        RefusalCode.SLOT_IN_PAST,
        book(ann(), wish("north-1", slot("2027-03-01T07:58:59Z", "2027-03-01T09:00:00Z"))));
  }

  @Test
  public void e1_foreignIdsAreNotThere() {
    var id = done(book(ann(), wish("north-1", TEN))).word().id();
    refused(RefusalCode.NOT_FOUND, house.bookings.cancel(house.member("eve"), id, "x"));
    refused(RefusalCode.NOT_FOUND, house.bookings.cancel(house.desk("south"), id, "x"));
    refused(RefusalCode.NOT_FOUND, house.bookings.confirm(ann(), new BookingId("none")));
    refused(RefusalCode.NOT_FOUND, book(ann(), wish("none", TEN)));
    refused(RefusalCode.NOT_ALLOWED, house.bookings.cancel(house.network("acme"), id, "x"));
    refused(RefusalCode.UNKNOWN_MEMBER, book(ann(), forMember("north-2", "eve")));
    refused(RefusalCode.UNKNOWN_MEMBER, book(house.employer(company), forMember("north-2", "eve")));
    done(book(house.employer(company), forMember("north-2", "bob")));
    refused(RefusalCode.NOT_FOUND, book(desk(), forMember("south-1", "eve")));
    done(book(desk(), forMember("north-2", "eve", NOON)));
  }

  @Test
  public void whatStandsInTheWayIsToldInOrder() {
    house.put(
        new Credit(
            new CreditId("k"), company.id(), company.pseudonym(), Optional.empty(), Money.ZERO));
    refused(RefusalCode.NO_CREDIT, book(ann(), wish("north-1", TEN)));
    house.put(Words.entitlement("e").kinds(java.util.Set.of(SpaceKind.ROOM)).build());
    refused(RefusalCode.SERVICE_NOT_ALLOWED, book(ann(), wish("north-1", TEN)));
    end("north");
    refused(RefusalCode.CENTRE_NOT_ACTIVE, book(ann(), wish("north-1", TEN)));
    house.put(company.with(Company.Standing.OVERDUE), 1);
    refused(RefusalCode.PAYMENT_OVERDUE, book(ann(), wish("north-1", TEN)));
    house.put(Words.member("ann", company, "").employed(false), 1);
    refused(RefusalCode.NOT_EMPLOYED, book(ann(), wish("north-1", TEN)));
  }

  @Test
  public void r34_withoutConnectivityNothingIsPromised() {
    var centre = house.snapshots.now().get(Centre.class, new CentreId("north")).orElseThrow();
    house.put(
        new Centre(
            centre.id(),
            centre.site(),
            centre.name(),
            centre.kind(),
            centre.home(),
            centre.hours(),
            centre.profile(),
            false),
        1);
    refused(RefusalCode.NO_CONNECTIVITY, book(ann(), wish("north-1", TEN)));
    var many =
        new Wanted(
            Optional.empty(),
            new SpaceId("north-1"),
            TEN,
            Optional.empty(),
            2,
            Map.of(),
            Optional.empty(),
            Optional.empty());
    refused(RefusalCode.TOO_MANY_PEOPLE, book(ann(), many));
  }

  @Test
  public void withItsRulesAwayANetworkOffersNothingNew() {
    house.plugIns.close();
    refused(RefusalCode.RULE_MISSING, book(ann(), wish("north-1", TEN)));
    Acme.rules("acme").forEach(rule -> house.plugIns.add(rule, "acme", "1"));
    done(book(ann(), wish("north-1", TEN)));
  }

  private void end(String centre) {
    house.put(Words.affiliation(centre, "acme", Affiliation.State.SUSPENDED), 1);
  }

  private Outcome<Kept<Booking>> book(Caller caller, Wanted wanted) {
    return house.bookings.book(caller, wanted);
  }

  private Caller ann() {
    return house.member("ann");
  }

  private Caller bob() {
    return house.member("bob");
  }

  private Caller desk() {
    return house.desk("north");
  }

  private static Extra extra(String id, int stock) {
    return new Extra(
        new ExtraId(id), new CentreId("north"), id, "piece", Map.of(), Money.euro("2.00"), stock);
  }

  private static Wanted wish(String space, TimeSlot slot) {
    return wanted(space, slot, Optional.empty());
  }

  private static Wanted forMember(String space, String member) {
    return forMember(space, member, TEN);
  }

  private static Wanted forMember(String space, String member, TimeSlot slot) {
    return wanted(space, slot, Optional.of(new MemberId(member)));
  }

  private static Wanted wanted(String space, TimeSlot slot, Optional<MemberId> member) {
    return new Wanted(
        Optional.empty(),
        new SpaceId(space),
        slot,
        member,
        1,
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Wanted with(String space, Map<String, Integer> extras) {
    var byId = new java.util.HashMap<ExtraId, Integer>();
    extras.forEach((id, n) -> byId.put(new ExtraId(id), n));
    return new Wanted(
        Optional.empty(),
        new SpaceId(space),
        TEN,
        Optional.empty(),
        1,
        byId,
        Optional.empty(),
        Optional.empty());
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(Instant.parse(from), Instant.parse(to));
  }
}
