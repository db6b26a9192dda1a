package org.escale.core.booking;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.Caller;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.MemberId;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreId;
import org.escale.federation.OpeningHours;
import org.escale.federation.OpeningHours.Hours;
import org.escale.federation.Position;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice.Wanted;
import org.escale.service.Search.Wish;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SearchTest {
  private static final TimeSlot TEN = slot("2027-03-01T10:00:00Z", "2027-03-01T12:00:00Z");
  private static final Position HERE = new Position(50.5, 4.5);

  private final House house = new House();
  private Company company;

  @Before
  public void open() {
    house.centre("near", 50.51, 4.5, 2);
    house.centre("far", 50.9, 4.5, 1);
    house.centre("middle", 50.6, 4.5, 1);
    company = house.company("c", "ann", "bob");
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void r26_theNearestComeFirstThenByIdAndNoMoreThanAsked() {
    assertEquals(List.of("near-1", "near-2", "middle-1", "far-1"), found(wish(TEN, 10)));
    assertEquals(List.of("near-1", "near-2", "middle-1"), found(wish(TEN, 3)));
    assertEquals(List.of("near-1"), found(wish(TEN, 1)));
  }

  @Test
  public void b7_whatIsTakenIsNotFoundAndWhatIsFoundIsNotRefused() {
    book("near-1", TEN);
    assertEquals(List.of("near-2", "middle-1", "far-1"), found(wish(TEN, 10)));
    for (var space : found(wish(TEN, 10))) {
      book(space, TEN);
    }
    assertEquals(List.of(), found(wish(TEN, 10)));
  }

  @Test
  public void b8_eachComesWithTheAgreementThatWouldBeSealed() {
    var first = done(house.search.find(ann(), wish(TEN, 1))).get(0);
    assertEquals(Money.euro("4.00"), first.agreement().terms().prices().get(0).each());
    assertEquals(1.1, first.distanceKm(), 0.1);
    var booked = done(house.bookings.book(ann(), wanted("near-1", TEN))).word();
    assertEquals(first.agreement(), booked.agreement());
  }

  @Test
  public void r57_kindPeopleAndFeaturesNarrowTheSearch() {
    house.put(Words.space("room", "far", SpaceKind.ROOM));
    assertEquals(List.of("room"), found(wish(Optional.of(SpaceKind.ROOM), 1, Set.of())));
    assertEquals(List.of("room"), found(wish(Optional.empty(), 2, Set.of())));
    assertEquals(List.of(), found(wish(Optional.empty(), 11, Set.of())));
    assertEquals(List.of(), found(wish(Optional.empty(), 1, Set.of("quiet"))));
  }

  @Test
  public void r11_whatTheEmployerForbidsIsNotOffered() {
    house.put(Words.entitlement("e").centres(Set.of(new CentreId("far"))).build());
    assertEquals(List.of("far-1"), found(wish(TEN, 10)));
    house.put(Words.entitlement("e").kinds(Set.of(SpaceKind.ROOM)).build(), 1);
    assertEquals(List.of(), found(wish(TEN, 10)));
  }

  @Test
  public void r07_whoIsNotReceivedAnywhereIsToldWhy() {
    house.put(Words.member("ann", company, "").employed(false), 1);
    refused(RefusalCode.NOT_EMPLOYED, house.search.find(ann(), wish(TEN, 10)));
    refused(
        RefusalCode.SLOT_IN_PAST,
        house.search.find(ann(), wish(slot("2027-02-01T10:00:00Z", "2027-02-01T11:00:00Z"), 1)));
  }

  @Test
  public void r10_whatTheCreditDoesNotCoverIsNotOffered() {
    house.put(
        new Credit(
            new CreditId("k"),
            company.id(),
            company.pseudonym(),
            Optional.empty(),
            Money.euro("-8.00")));
    assertEquals(4, found(wish(TEN, 10)).size());
    var longer = slot("2027-03-01T10:00:00Z", "2027-03-01T12:00:10Z");
    assertEquals(List.of(), found(wish(longer, 10)));
  }

  @Test
  public void r56_onlyActiveCentresAreOffered() {
    house.put(Words.affiliation("near", "acme", State.INTEGRATING), 1);
    assertEquals(List.of("middle-1", "far-1"), found(wish(TEN, 10)));
  }

  @Test
  public void e4_openingHoursAreThoseOfTheWallOnBothDaysOfTheChange() {
    var nine = new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0));
    var hours = new OpeningHours(House.BRUSSELS, Map.of(DayOfWeek.SUNDAY, List.of(nine)), Set.of());
    house.put(
        Words.site("sunday", 50.5, 4.5),
        Words.centre("sunday", "acme", hours),
        Words.affiliation("sunday", "acme", State.ACTIVE),
        Words.space("sunday-1", "sunday", SpaceKind.DESK));
    assertTrue(first("2027-03-28T07:00:00Z", "2027-03-28T15:00:00Z").equals("sunday-1"));
    assertEquals("near-1", first("2027-03-28T06:59:59Z", "2027-03-28T15:00:00Z"));
    assertEquals("near-1", first("2027-03-28T07:00:00Z", "2027-03-28T15:00:01Z"));
    assertEquals("sunday-1", first("2027-10-31T08:00:00Z", "2027-10-31T16:00:00Z"));
    assertEquals("near-1", first("2027-10-31T07:59:59Z", "2027-10-31T16:00:00Z"));
  }

  @Test
  public void anybodyMayLookAtListPricesButNotForSomebody() {
    assertEquals(4, done(house.search.find(Caller.NOBODY, wish(TEN, 10))).size());
    var forAnn =
        new Wish(HERE, TEN, Optional.empty(), 1, Set.of(), 0, Optional.of(new MemberId("ann")), 1);
    refused(RefusalCode.NOT_ALLOWED, house.search.find(Caller.NOBODY, forAnn));
    refused(RefusalCode.UNKNOWN_MEMBER, house.search.find(house.member("bob"), forAnn));
    assertEquals(1, done(house.search.find(house.desk("far"), forAnn)).size());
  }

  private String first(String from, String to) {
    return found(wish(slot(from, to), 1)).get(0);
  }

  private List<String> found(Wish wish) {
    return done(house.search.find(ann(), wish)).stream().map(f -> f.space().id().value()).toList();
  }

  private void book(String space, TimeSlot slot) {
    done(house.bookings.book(house.member("bob"), wanted(space, slot)));
  }

  private Caller ann() {
    return house.member("ann");
  }

  private static Wish wish(TimeSlot slot, int limit) {
    return new Wish(HERE, slot, Optional.empty(), 1, Set.of(), 0, Optional.empty(), limit);
  }

  private static Wish wish(Optional<SpaceKind> kind, int people, Set<String> features) {
    return new Wish(HERE, TEN, kind, people, features, 0, Optional.empty(), 10);
  }

  private static Wanted wanted(String space, TimeSlot slot) {
    return new Wanted(
        Optional.empty(),
        new SpaceId(space),
        slot,
        Optional.empty(),
        1,
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(Instant.parse(from), Instant.parse(to));
  }
}
