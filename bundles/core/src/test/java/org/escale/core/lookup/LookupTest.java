package org.escale.core.lookup;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.fixture.House;
import org.escale.federation.Affiliation;
import org.escale.federation.AffiliationId;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.refusal.RefusalCode;
import org.escale.service.Events;
import org.escale.service.Lookup;
import org.escale.word.Entry;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.Word;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class LookupTest {
  private final House house = new House();
  private final Lookup lookup = new SightedLookup(house.store, house.log);
  private final Events events = new SightedEvents(house.store);
  private Company company;
  private Company other;

  @Before
  public void open() {
    house.centre("north", 50.5, 4.5, 1);
    house.centre("south", 50.0, 4.5, 1);
    company = house.company("c", "ann");
    other = house.company("other", "eve");
  }

  @After
  public void close() {
    house.close();
  }

  @Test
  public void thePublicDirectoryIsEverybodys() {
    done(lookup.get(Caller.NOBODY, Centre.class, new CentreId("north")));
    assertEquals(2, done(lookup.list(Caller.NOBODY, Centre.class, Query.all())).items().size());
    refused(RefusalCode.NOT_ALLOWED, lookup.list(Caller.NOBODY, Company.class, Query.all()));
  }

  @Test
  public void e1_eachSeesItsOwnAndForeignIdsLookLikeNone() {
    var eve = new MemberId("eve");
    done(lookup.get(house.employer(other), Member.class, eve));
    refused(RefusalCode.NOT_FOUND, lookup.get(house.employer(company), Member.class, eve));
    refused(
        RefusalCode.NOT_FOUND,
        lookup.get(house.employer(company), Member.class, new MemberId("none")));
    assertEquals(
        List.of("ann"),
        done(lookup.list(house.employer(company), Member.class, Query.all())).items().stream()
            .map(kept -> kept.word().name())
            .toList());
    refused(
        RefusalCode.NOT_FOUND,
        lookup.get(house.network("rival"), Company.class, new CompanyId("c")));
    done(lookup.get(house.network("acme"), Company.class, new CompanyId("c")));
  }

  @Test
  public void aDeskReadsTheAffiliationsOfItsOwnCentre() {
    done(lookup.get(house.desk("north"), Affiliation.class, new AffiliationId("north.acme")));
    refused(
        RefusalCode.NOT_FOUND,
        lookup.get(house.desk("south"), Affiliation.class, new AffiliationId("north.acme")));
  }

  @Test
  public void accountsAreReadThroughNoDoor() {
    refused(
        RefusalCode.NOT_ALLOWED,
        lookup.get(house.federation(), Account.class, new AccountId("admin")));
  }

  @Test
  public void e6_withoutItsDatabaseItSaysSo() {
    house.store.away(true);
    refused(
        RefusalCode.TEMPORARILY_UNAVAILABLE, lookup.list(Caller.NOBODY, Centre.class, Query.all()));
    house.store.away(false);
  }

  @Test
  public void e1_theFeedHoldsWhatOneSeesAndGoesOnFromItsCursor() {
    var seen = words(done(events.since(house.employer(company), 0, 1000)).entries());
    assertTrue(seen.contains(company.id()));
    assertTrue(seen.contains(new MemberId("ann")));
    assertTrue(seen.contains(new CentreId("north")));
    assertTrue(!seen.contains(other.id()) && !seen.contains(new MemberId("eve")));
    assertTrue(!seen.contains(new AffiliationId("north.acme")));
    var first = done(events.since(house.employer(company), 0, 3));
    assertEquals(3, first.next());
    var rest = words(done(events.since(house.employer(company), first.next(), 1000)).entries());
    assertEquals(seen.size(), words(first.entries()).size() + rest.size());
    refused(RefusalCode.NOT_ALLOWED, events.since(house.member("ann"), 0, 10));
    refused(RefusalCode.INVALID_FIELD, events.since(house.employer(company), 0, 1001));
  }

  private static List<Object> words(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.written().stream())
        .map((Kept<? extends Word> kept) -> (Object) kept.word().id())
        .toList();
  }
}
