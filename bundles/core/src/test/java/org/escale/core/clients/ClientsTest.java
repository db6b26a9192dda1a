package org.escale.core.clients;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Sight;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Entitlement;
import org.escale.client.EntitlementId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pass;
import org.escale.client.PassId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.service.Clients;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ClientsTest {
  private final House house = new House();
  private final Clients clients =
      new FederationClients(
          house.commits,
          house.snapshots,
          new Till(house.store, house.clock),
          new Erasure(house.store),
          house.people);
  private Company company;
  private Company other;

  @Before
  public void open() {
    house.centre("north", 50.5, 4.5, 1);
    house.centre("south", 50.0, 4.5, 1);
    company = house.company("c", "ann", "bob");
    other = house.company("other", "eve");
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void r43_aCentreTakesOnItsOwnAndANetworkThoseThatContractWithIt() {
    done(clients.admit(house.desk("north"), owned("mine", "north")));
    refused(
        RefusalCode.INVALID_FIELD, clients.admit(house.desk("north"), owned("theirs", "south")));
    refused(
        RefusalCode.INVALID_FIELD,
        clients.admit(house.desk("north"), Words.company("free", "acme")));
    done(clients.admit(house.network("acme"), Words.company("new", "acme")));
    refused(
        RefusalCode.INVALID_FIELD,
        clients.admit(house.network("rival"), Words.company("stolen", "acme")));
    refused(RefusalCode.NOT_ALLOWED, clients.admit(employer(), Words.company("x", "acme")));
    refused(
        RefusalCode.ALREADY_EXISTS,
        clients.admit(house.network("acme"), Words.company("c", "acme")));
  }

  @Test
  public void r09_onlyWhoHoldsAClientChangesItsStanding() {
    var id = company.id();
    var overdue = Company.Standing.OVERDUE;
    assertEquals(
        overdue, done(clients.stand(house.network("acme"), id, overdue)).word().standing());
    refused(RefusalCode.NOT_FOUND, clients.stand(house.network("rival"), id, overdue));
    refused(RefusalCode.NOT_FOUND, clients.stand(house.desk("north"), id, overdue));
    refused(
        RefusalCode.NOT_FOUND,
        clients.stand(house.network("acme"), new CompanyId("none"), overdue));
  }

  @Test
  public void anEmployerEnrolsItsOwnPeopleAllOrNone() {
    var cid = Words.member("cid", company, "sales");
    var dan = Words.member("dan", company, "");
    assertEquals(2, done(clients.enrol(employer(), List.of(cid, dan))).size());
    var eli = Words.member("eli", company, "");
    refused(RefusalCode.ALREADY_EXISTS, clients.enrol(employer(), List.of(eli, dan)));
    var stranger = Words.member("fay", other, "");
    refused(RefusalCode.NOT_FOUND, clients.enrol(employer(), List.of(eli, stranger)));
  }

  @Test
  public void r07_theLinkEndsAtOnceAndOnlyByTheEmployer() {
    var ann = new MemberId("ann");
    refused(RefusalCode.NOT_FOUND, clients.employ(house.employer(other), ann, false));
    refused(RefusalCode.NOT_ALLOWED, clients.employ(house.member("ann"), ann, false));
    assertFalse(done(clients.employ(employer(), ann, false)).word().employed());
    assertFalse(house.snapshots.now().get(Member.class, ann).orElseThrow().employed());
    assertTrue(done(clients.employ(employer(), ann, true)).word().employed());
  }

  @Test
  public void r11_anEmployerSaysWhatItsPeopleMayAtARevision() {
    var rooms = Words.entitlement("e").kinds(Set.of(SpaceKind.ROOM)).build();
    assertEquals(1, done(clients.entitle(employer(), rooms, 0)).revision());
    refused(RefusalCode.CHANGED_MEANWHILE, clients.entitle(employer(), rooms, 3));
    assertEquals(2, done(clients.entitle(employer(), rooms, 1)).revision());
    refused(RefusalCode.NOT_FOUND, clients.entitle(house.employer(other), rooms, 2));
    refused(
        RefusalCode.INVALID_FIELD,
        clients.entitle(employer(), Words.entitlement("f").stars(6).build(), 0));
    refused(
        RefusalCode.INVALID_FIELD,
        clients.entitle(employer(), Words.entitlement("f").budget("-1.00").build(), 0));
    refused(RefusalCode.NOT_FOUND, clients.withdraw(house.employer(other), rooms.id()));
    done(clients.withdraw(employer(), rooms.id()));
    assertEquals(List.of(), house.all(Entitlement.class));
    refused(RefusalCode.NOT_FOUND, clients.withdraw(employer(), new EntitlementId("e")));
  }

  @Test
  public void r10_aCreditIsOpenedAndToppedUpByWhoHoldsTheClient() {
    var credit = credit(Optional.empty());
    done(clients.open(house.network("acme"), credit));
    refused(RefusalCode.NOT_FOUND, clients.open(house.network("rival"), credit));
    var hundred = Money.euro("100.00");
    assertEquals(hundred, done(clients.topUp(house.network("acme"), credit.id(), hundred)));
    assertEquals(hundred, done(clients.balance(employer(), credit.id())));
    refused(RefusalCode.NOT_FOUND, clients.balance(house.employer(other), credit.id()));
    refused(RefusalCode.NOT_FOUND, clients.topUp(house.network("rival"), credit.id(), hundred));
    refused(RefusalCode.NOT_ALLOWED, clients.topUp(employer(), credit.id(), hundred));
    refused(
        RefusalCode.INVALID_FIELD,
        clients.topUp(house.network("acme"), credit.id(), hundred.negated()));
    refused(
        RefusalCode.INVALID_FIELD,
        clients.open(house.network("acme"), credit(Optional.of(new Pseudonym("p-eve")))));
    assertEquals(Money.ZERO, house.store.total().get(Money.EUR));
  }

  @Test
  public void r35_aPassIsSoldByItsNetworkOrBoughtByTheEmployer() {
    done(clients.sell(house.network("acme"), pass("one", "ann", "north", "south")));
    done(clients.sell(employer(), pass("two", "bob", "north")));
    refused(RefusalCode.NOT_FOUND, clients.sell(house.network("rival"), pass("x", "ann", "north")));
    refused(RefusalCode.NOT_FOUND, clients.sell(employer(), pass("x", "eve", "north")));
    house.put(
        Words.affiliation("south", "acme", org.escale.federation.Affiliation.State.SUSPENDED), 1);
    refused(RefusalCode.INVALID_FIELD, clients.sell(employer(), pass("x", "bob", "south")));
    refused(RefusalCode.NOT_ALLOWED, clients.sell(house.member("ann"), pass("x", "ann", "north")));
  }

  @Test
  public void r103_anErasedPersonLeavesThePseudonymAndNothingElse() {
    var ann = new MemberId("ann");
    house.put(
        new Account(
            new AccountId("ann.login"),
            "",
            Set.of(Role.MEMBER),
            house.member("ann").standing(),
            Locale.ENGLISH,
            true));
    refused(RefusalCode.NOT_FOUND, clients.erase(house.employer(other), ann));
    refused(RefusalCode.NOT_ALLOWED, clients.erase(house.member("bob"), ann));
    assertEquals(ann, done(clients.erase(house.member("ann"), ann)));
    var left = house.snapshots.now().get(Member.class, ann).orElseThrow();
    assertEquals("", left.name() + left.email() + left.group());
    assertEquals(new Pseudonym("p-ann"), left.pseudonym());
    assertEquals(
        Optional.empty(),
        house.store.get(Account.class, new AccountId("ann.login"), Sight.PLATFORM));
  }

  @Test
  public void e1_aMemberIsFoundByItselfAndItsEmployerOnly() {
    var ann = Optional.of(new MemberId("ann"));
    assertEquals("ann", done(clients.member(house.member("ann"), Optional.empty())).name());
    assertEquals("ann", done(clients.member(employer(), ann)).name());
    refused(RefusalCode.NOT_FOUND, clients.member(house.employer(other), ann));
    refused(RefusalCode.NOT_FOUND, clients.member(house.member("bob"), ann));
    refused(RefusalCode.NOT_FOUND, clients.member(house.desk("north"), ann));
  }

  private Caller employer() {
    return house.employer(company);
  }

  private Credit credit(Optional<Pseudonym> person) {
    return new Credit(
        new CreditId("k" + person.map(Pseudonym::value).orElse("")),
        company.id(),
        company.pseudonym(),
        person,
        Money.ZERO);
  }

  private Pass pass(String id, String member, String... centres) {
    var holder =
        house.snapshots.now().get(Member.class, new MemberId(member)).map(house.people::guest);
    var validity =
        new TimeSlot(Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2028-03-01T00:00:00Z"));
    return new Pass(
        new PassId(id),
        new NetworkId("acme"),
        holder.orElseThrow(),
        "pass",
        java.util.Arrays.stream(centres)
            .map(CentreId::new)
            .collect(java.util.stream.Collectors.toSet()),
        validity);
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
}
