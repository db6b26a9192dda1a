package org.escale.core.rights;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.EntitlementId;
import org.escale.client.Guest;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PeopleTest {
  private final House house = new House();
  private Company company;

  @Before
  public void open() {
    company = Words.company("c", "acme");
    house.put(
        company,
        Words.member("ann", company, "sales"),
        Words.member("bob", company, "sales"),
        Words.member("cid", company, ""));
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void r11_theMostSpecificEntitlementHoldsAlone() {
    assertEquals(Optional.empty(), entitlement("ann"));
    house.put(Words.entitlement("all").kinds(Set.of(SpaceKind.DESK)).build());
    house.put(Words.entitlement("sales").group("sales").build());
    house.put(Words.entitlement("hers").member(Words.member("ann", company, "sales")).build());
    assertEquals(Optional.of(new EntitlementId("hers")), entitlement("ann"));
    assertEquals(Optional.of(new EntitlementId("sales")), entitlement("bob"));
    assertEquals(Optional.of(new EntitlementId("all")), entitlement("cid"));
  }

  @Test
  public void r10_onesOwnCreditPaysBeforeTheCompanys() {
    house.put(credit("company", Optional.empty()));
    house.put(credit("anns", Optional.of(new Pseudonym("p-ann"))));
    assertEquals("anns", person("ann").credit().orElseThrow().id().value());
    assertEquals("company", person("bob").credit().orElseThrow().id().value());
  }

  @Test
  public void r11_theBudgetOfTheMonthAndTheCreditBothLimit() {
    var at = Instant.parse("2027-03-10T09:00:00Z");
    assertEquals(Optional.empty(), house.purse.left(house.snapshots.now(), person("ann"), at));
    house.put(Words.entitlement("all").budget("50.00").build());
    assertEquals(
        Optional.of(Money.euro("50.00")),
        house.purse.left(house.snapshots.now(), person("ann"), at));
    house.put(credit("company", Optional.empty()));
    assertEquals(
        Optional.of(Money.euro("5.00")),
        house.purse.left(house.snapshots.now(), person("ann"), at));
  }

  @Test
  public void aVisitorOfAnotherInstanceIsNobodyHere() {
    var guest = person("ann").guest();
    assertTrue(house.people.person(house.snapshots.now(), guest).isPresent());
    var stranger = new Guest("elsewhere", guest.person(), guest.company());
    assertEquals(Optional.empty(), house.people.person(house.snapshots.now(), stranger));
    assertEquals(List.of(), person("ann").passesAt(Instant.EPOCH));
  }

  private Optional<EntitlementId> entitlement(String member) {
    return person(member).entitlement().map(says -> says.id());
  }

  private Person person(String id) {
    return house.people.person(house.snapshots.now(), new MemberId(id)).orElseThrow();
  }

  private Credit credit(String id, Optional<Pseudonym> person) {
    return new Credit(
        new CreditId(id), company.id(), company.pseudonym(), person, Money.euro("-5.00"));
  }
}
