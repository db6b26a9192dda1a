package org.escale.core.booking;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Agreement;
import org.escale.client.Pass;
import org.escale.client.PassId;
import org.escale.core.fixture.Acme;
import org.escale.core.fixture.Borea;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.SpaceId;
import org.escale.service.BookingOffice.Wanted;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Through which affiliation a place is used that several open (law U7). */
public class TiesTest {
  private static final TimeSlot TEN =
      new TimeSlot(Instant.parse("2027-03-02T10:00:00Z"), Instant.parse("2027-03-02T12:00:00Z"));

  private final House house = new House();

  @Before
  public void open() {
    house.centre("north", 50.5, 4.5, 2);
    Borea.rules("dear").forEach(rule -> house.plugIns.add(rule, "dear", "1"));
    Acme.rules("plain").forEach(rule -> house.plugIns.add(rule, "plain", "1"));
    Acme.rules("zero").forEach(rule -> house.plugIns.add(rule, "zero", "1"));
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void u7_theContractNetworkComesFirstThoughItIsDearer() {
    employ("dear");
    join("dear", "plain");
    pass("plain");
    assertEquals(new NetworkId("dear"), agreed().affiliation());
  }

  @Test
  public void u7_thenTheLowestPayoutPriceForSpaceAndSlot() {
    employ("elsewhere");
    join("dear", "zero");
    pass("dear");
    pass("zero");
    var agreement = agreed();
    assertEquals(new NetworkId("zero"), agreement.affiliation());
    assertEquals(Optional.of(new PassId("pass-zero")), agreement.pass());
    assertEquals(new NetworkId("elsewhere"), agreement.contract());
    assertEquals("zero/billing/1", agreement.payout().rule().value());
  }

  @Test
  public void u7_ofEqualPricesTheLeastId() {
    employ("elsewhere");
    join("zero", "plain");
    pass("zero");
    pass("plain");
    assertEquals(new NetworkId("plain"), agreed().affiliation());
  }

  @Test
  public void u7_movingKeepsWhatWasSealed() {
    employ("elsewhere");
    join("dear", "zero");
    pass("dear");
    pass("zero");
    var booking = done(book());
    assertEquals(new NetworkId("zero"), booking.word().agreement().affiliation());
    house.plugIns.close();
    Acme.rules("elsewhere").forEach(rule -> house.plugIns.add(rule, "elsewhere", "1"));
    Borea.rules("dear").forEach(rule -> house.plugIns.add(rule, "dear", "1"));
    var later =
        new TimeSlot(Instant.parse("2027-03-02T14:00:00Z"), Instant.parse("2027-03-02T15:00:00Z"));
    var moved = house.bookings.move(house.member("ann"), booking.word().id(), later, 1);
    assertEquals(new NetworkId("zero"), done(moved).word().agreement().affiliation());
  }

  private void employ(String contract) {
    if (!contract.equals("dear")) {
      Acme.rules(contract).forEach(rule -> house.plugIns.add(rule, contract, "1"));
    }
    var company = Words.company("c", contract);
    house.put(company, Words.member("ann", company, ""));
  }

  private void join(String... networks) {
    for (var network : networks) {
      house.put(Words.affiliation("north", network, State.ACTIVE));
    }
  }

  private void pass(String network) {
    var ann = house.people.guest(house.all(org.escale.client.Member.class).get(0));
    var year =
        new TimeSlot(Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));
    house.put(
        new Pass(
            new PassId("pass-" + network),
            new NetworkId(network),
            ann,
            "pass",
            Set.of(new CentreId("north")),
            year));
  }

  private Agreement agreed() {
    return done(book()).word().agreement();
  }

  private org.escale.refusal.Outcome<org.escale.word.Kept<org.escale.booking.Booking>> book() {
    var taken = house.store.busy(new SpaceId("north-1"), TEN);
    var space = taken.isEmpty() ? "north-1" : "north-2";
    var wanted =
        new Wanted(
            Optional.empty(),
            new SpaceId(space),
            TEN,
            Optional.empty(),
            1,
            Map.of(),
            Optional.empty(),
            Optional.empty());
    return house.bookings.book(house.member("ann"), wanted);
  }
}
