package org.escale.core.provisioning;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.client.Alias;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.clients.Erasure;
import org.escale.core.clients.FederationClients;
import org.escale.core.clients.Till;
import org.escale.core.fixture.House;
import org.escale.refusal.RefusalCode;
import org.escale.service.Provisioning;
import org.escale.service.Provisioning.Person;
import org.escale.service.Provisioning.Said;
import org.escale.service.Provisioning.Search;
import org.escale.word.Query;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PeopleTest {
  private final House house = new House();
  private final Provisioning office = new IdentityOffice(house.commits, house.snapshots);
  private final FederationClients clients =
      new FederationClients(
          house.commits,
          house.snapshots,
          new Till(house.store, house.clock),
          new Erasure(house.store),
          house.people);
  private Company company;
  private Caller hr;
  private Caller rival;

  @Before
  public void open() {
    company = house.company("c", "ann");
    hr = house.employer(company);
    rival = house.employer(house.company("other", "eve"));
  }

  @After
  public void close() {
    house.close();
  }

  private static Said said(String userName, boolean active) {
    var names = new Alias.Names(userName, "x-" + userName, "Ada", "L.");
    return new Said(names, "Ada L.", userName, "fr", active);
  }

  private static UnaryOperator<Said> to(Said other) {
    return before -> other;
  }

  private Person added(String userName) {
    return done(office.add(hr, said(userName, true), new MemberId("m-" + userName.charAt(0))));
  }

  @Test
  public void r102_aPersonIsBroughtFoundChangedAndTakenAway() {
    var ada = added("ada@c.example");
    assertEquals("Ada L.", ada.member().word().name());
    var found = done(office.find(hr, new Search(Map.of("userName", "ADA@C.example"), 0, 10)));
    assertEquals(1, found.total());
    var id = ada.member().word().id();
    var other = new Said(ada.said().names(), "Ada Lovelace", "ada@l.example", "en", true);
    var changed = done(office.change(hr, id, Optional.of(ada.version()), to(other)));
    assertEquals("ada@l.example", changed.member().word().email());
    refused(
        RefusalCode.CHANGED_MEANWHILE,
        office.change(hr, id, Optional.of(ada.version()), to(ada.said())));
    done(office.remove(hr, id, Optional.empty()));
    refused(RefusalCode.NOT_FOUND, office.person(hr, id));
    assertFalse(house.snapshots.now().get(Member.class, id).orElseThrow().employed());
    assertEquals(0, done(office.find(hr, new Search(Map.of(), 0, 10))).total());
  }

  @Test
  public void b3_theSameSaidAgainWritesNothing() {
    var ada = added("ada@c.example");
    var before = house.store.head();
    var again = office.change(hr, ada.member().word().id(), Optional.empty(), to(ada.said()));
    assertEquals(ada, done(again));
    assertEquals(before, house.store.head());
  }

  @Test
  public void whoComesBackIsTheSamePerson() {
    var ada = added("ada@c.example");
    done(office.remove(hr, ada.member().word().id(), Optional.empty()));
    var back = done(office.add(hr, said("Ada@c.example", true), new MemberId("another")));
    assertEquals(ada.member().word().pseudonym(), back.member().word().pseudonym());
    assertTrue(back.member().word().employed());
  }

  @Test
  public void e1_whatWasMadeByHandIsNeitherSeenNorTouchedAndItsAddressIsTaken() {
    var ann = house.snapshots.now().kept(Member.class, new MemberId("ann")).orElseThrow();
    refused(RefusalCode.NOT_FOUND, office.person(hr, ann.word().id()));
    refused(RefusalCode.NOT_FOUND, office.remove(hr, ann.word().id(), Optional.empty()));
    var same = said(ann.word().email(), true);
    refused(RefusalCode.ALREADY_EXISTS, office.add(hr, same, new MemberId("m")));
    assertEquals(ann, house.snapshots.now().kept(Member.class, ann.word().id()).orElseThrow());
  }

  @Test
  public void e1_anotherCompanySeesNobodyAndMayHaveThatName() {
    var ada = added("ada@c.example");
    refused(RefusalCode.NOT_FOUND, office.person(rival, ada.member().word().id()));
    assertEquals(0, done(office.find(rival, new Search(Map.of(), 0, 10))).total());
    done(office.add(rival, said("ada@c.example", true), new MemberId("theirs")));
    refused(RefusalCode.NOT_ALLOWED, office.find(house.desk("x"), new Search(Map.of(), 0, 1)));
    refused(
        RefusalCode.NOT_ALLOWED, office.add(house.member("ann"), ada.said(), new MemberId("q")));
  }

  @Test
  public void aNameOrAnAddressIsGivenOnce() {
    added("ada@c.example");
    var bea = added("bea@c.example");
    refused(
        RefusalCode.ALREADY_EXISTS,
        office.add(hr, said("ADA@c.example", true), new MemberId("m2")));
    refused(
        RefusalCode.ALREADY_EXISTS,
        office.change(
            hr, bea.member().word().id(), Optional.empty(), to(said("ada@c.example", true))));
  }

  @Test
  public void aRenamedPersonIsTheSameAndItsOldNameIsFree() {
    var ada = added("ada@c.example");
    var id = ada.member().word().id();
    done(office.change(hr, id, Optional.empty(), to(said("ada2@c.example", true))));
    assertEquals(id, done(office.person(hr, id)).member().word().id());
    done(office.add(hr, said("ada@c.example", true), new MemberId("new")));
  }

  @Test
  public void whatWasDecidedHereStaysUntilTheOtherSideSaysSomethingElse() {
    var ada = added("ada@c.example");
    var id = ada.member().word().id();
    done(clients.employ(hr, id, false));
    var again = new Said(ada.said().names(), "Ada B.", "ada@c.example", "fr", true);
    var same = done(office.change(hr, id, Optional.empty(), to(again)));
    assertFalse("ended here by hand", same.member().word().employed());
    done(office.change(hr, id, Optional.empty(), to(said("ada@c.example", false))));
    var back = done(office.change(hr, id, Optional.empty(), to(said("ada@c.example", true))));
    assertTrue(back.member().word().employed());
  }

  @Test
  public void whoWasErasedHereStaysErasedAndNoNameIsLeft() {
    var ada = added("ada@c.example");
    done(clients.erase(hr, ada.member().word().id()));
    refused(
        RefusalCode.ALREADY_EXISTS, office.add(hr, said("ada@c.example", true), new MemberId("n")));
    var left = house.store.find(Alias.class, Query.all(), Sight.PLATFORM).items();
    assertEquals(Alias.Names.NONE, left.get(0).word().names());
  }

  @Test
  public void whatDoesNotFitIsRefusedByItsField() {
    var wrong = new Said(new Alias.Names("", "", "", ""), "Ada", "", "en", true);
    refused(RefusalCode.INVALID_FIELD, office.add(hr, wrong, new MemberId("m")));
    assertEquals(0, done(office.find(hr, new Search(Map.of(), 0, 10))).total());
  }
}
