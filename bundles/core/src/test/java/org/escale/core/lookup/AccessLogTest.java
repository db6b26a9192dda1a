package org.escale.core.lookup;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.billing.UsageRecord;
import org.escale.caller.Caller;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.core.fixture.Hall;
import org.escale.presence.Viewing;
import org.escale.presence.Visit;
import org.escale.service.Lookup;
import org.escale.word.Query;
import org.escale.word.Reader;
import org.junit.After;
import org.junit.Test;

/** Who saw whose presence (law E7). */
public class AccessLogTest {
  private final Hall hall = new Hall();
  private final Lookup lookup = new SightedLookup(hall.house.store, hall.house.log);
  private final Visit visit = hall.walkIn("ann");
  private final Caller desk = hall.house.desk("x");

  @After
  public void close() {
    hall.close();
  }

  private List<Viewing> seenByAnn() {
    var page = lookup.list(hall.house.member("ann"), Viewing.class, Query.all());
    return done(page).items().stream().map(kept -> kept.word()).toList();
  }

  @Test
  public void e7_whoSawAVisitIsWrittenDownOnceADayAndShownToThatPersonAlone() {
    done(lookup.get(desk, Visit.class, visit.id()));
    done(lookup.list(desk, Visit.class, Query.all()));
    var seen = seenByAnn();
    assertEquals(1, seen.size());
    assertEquals("desk-x", seen.get(0).reader().value());
    assertEquals("Visit", seen.get(0).what());
    assertEquals(Optional.of(Reader.centre(visit.centre())), seen.get(0).of());
    var bob = lookup.list(hall.house.member("bob"), Viewing.class, Query.all());
    assertEquals(List.of(), done(bob).items());
    hall.pass(Duration.ofDays(1));
    done(lookup.get(desk, Visit.class, visit.id()));
    assertEquals(2, seenByAnn().size());
  }

  @Test
  public void e7_oneselfIsNoReaderAndAnEmployerIsOne() {
    hall.used("bob", Duration.ofHours(1), 0);
    done(lookup.get(hall.house.member("ann"), Visit.class, visit.id()));
    assertEquals(List.of(), seenByAnn());
    hall.leave("ann", visit);
    hall.steward.runDue();
    var boss = hall.house.employer(hall.all(Company.class).get(0));
    assertEquals(new CompanyId("c"), hall.all(Company.class).get(0).id());
    assertEquals(2, done(lookup.list(boss, UsageRecord.class, Query.all())).items().size());
    assertEquals(1, seenByAnn().size());
    assertEquals("UsageRecord", seenByAnn().get(0).what());
  }

  @Test
  public void e7_aRestartWritesNothingTwice() {
    done(lookup.get(desk, Visit.class, visit.id()));
    hall.walkIn("bob");
    var after = new AccessLog(hall.house.clock, hall.house.commits);
    done(new SightedLookup(hall.house.store, after).list(desk, Visit.class, Query.all()));
    assertEquals(2, hall.all(Viewing.class).size());
  }

  @Test
  public void e6_whileNothingCanBeWrittenReadingGoesOnAndTheEntryFollows() {
    assertTrue(hall.house.log.due().isEmpty());
    hall.house.store.away(true);
    hall.house.log.shown(desk, java.util.stream.Stream.of(visit));
    hall.house.store.away(false);
    assertTrue(hall.house.log.due().isPresent());
    hall.house.log.run(hall.house.clock.instant());
    assertEquals(1, seenByAnn().size());
    assertTrue(hall.house.log.due().isEmpty());
  }
}
