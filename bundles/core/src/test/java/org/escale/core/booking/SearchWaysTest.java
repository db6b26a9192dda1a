package org.escale.core.booking;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.Caller;
import org.escale.client.Company;
import org.escale.client.MemberId;
import org.escale.client.Pass;
import org.escale.client.PassId;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.Position;
import org.escale.money.Money;
import org.escale.service.Search.Wish;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SearchWaysTest {
  private static final TimeSlot TEN = slot("2027-03-01T10:00:00Z", "2027-03-01T12:00:00Z");
  private static final Position HERE = new Position(50.5, 4.5);

  private final House house = new House();

  @Before
  public void open() {
    house.centre("near", 50.51, 4.5, 2);
    house.centre("far", 50.9, 4.5, 1);
    house.centre("middle", 50.6, 4.5, 1);
    house.company("c", "ann", "bob");
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void r35_aPassCoversItsCentresAlsoOfAnotherNetwork() {
    org.escale.core.fixture.Acme.rules("club").forEach(r -> house.plugIns.add(r, "club", "1"));
    house.put(Words.affiliation("near", "acme", State.ENDED), 1);
    house.put(Words.affiliation("near", "club", State.ACTIVE));
    assertEquals(List.of("middle-1", "far-1"), found(wish(TEN, 10)));
    house.put(pass("ann", "club", "near"));
    var first = done(house.search.find(ann(), wish(TEN, 1))).get(0);
    assertEquals("near-1", first.space().id().value());
    assertEquals(new NetworkId("acme"), first.agreement().contract());
    assertEquals(new NetworkId("club"), first.agreement().affiliation());
    assertEquals(Optional.of(new PassId("pass")), first.agreement().pass());
    assertEquals(Money.ZERO, first.agreement().terms().prices().get(0).each());
    assertEquals(Money.euro("4.00"), price("middle-1"));
  }

  @Test
  public void r43_anOwnerReceivesItsOwnClientAlsoOutsideEveryNetwork() {
    house.put(Words.affiliation("near", "acme", State.ENDED), 1);
    var own = owned("own", "near");
    house.put(own, Words.member("olga", own, ""));
    var found = done(house.search.find(house.member("olga"), wish(TEN, 10)));
    assertEquals(2, found.size());
    assertTrue(found.get(0).agreement().own());
    assertEquals(new NetworkId("acme"), found.get(0).agreement().contract());
  }

  private Money price(String space) {
    return done(house.search.find(ann(), wish(TEN, 10))).stream()
        .filter(found -> found.space().id().value().equals(space))
        .findFirst()
        .orElseThrow()
        .agreement()
        .terms()
        .prices()
        .get(0)
        .each();
  }

  private List<String> found(Wish wish) {
    return done(house.search.find(ann(), wish)).stream().map(f -> f.space().id().value()).toList();
  }

  private Caller ann() {
    return house.member("ann");
  }

  private Pass pass(String member, String network, String centre) {
    var holder =
        house
            .snapshots
            .now()
            .get(org.escale.client.Member.class, new MemberId(member))
            .map(house.people::guest)
            .orElseThrow();
    return new Pass(
        new PassId("pass"),
        new NetworkId(network),
        holder,
        "pass",
        Set.of(new CentreId(centre)),
        slot("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"));
  }

  private static Company owned(String id, String centre) {
    var company = Words.company(id, "acme");
    return new Company(
        company.id(),
        company.pseudonym(),
        id,
        "",
        "fr",
        Optional.of(new CentreId(centre)),
        Optional.empty(),
        Company.Standing.GOOD,
        false,
        false);
  }

  private static Wish wish(TimeSlot slot, int limit) {
    return new Wish(HERE, slot, Optional.empty(), 1, Set.of(), 0, Optional.empty(), limit);
  }

  private static TimeSlot slot(String from, String to) {
    return new TimeSlot(Instant.parse(from), Instant.parse(to));
  }
}
