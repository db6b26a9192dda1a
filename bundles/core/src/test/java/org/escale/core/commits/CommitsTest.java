package org.escale.core.commits;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.core.fixture.MovingClock;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Journal;
import org.escale.tck.store.MemoryStore;
import org.escale.word.Entry;
import org.escale.word.Kept;
import org.junit.After;
import org.junit.Test;

public class CommitsTest {
  private static final Caller CALLER =
      new Caller(
          new AccountId("desk"), Set.of(Role.FEDERATION), Standing.NONE, Set.of(), Locale.ENGLISH);
  private static final RequestKey KEY = new RequestKey("save", "k", "d");

  private final MemoryStore store = new MemoryStore(new MovingClock("2027-03-01T08:00:00Z"));
  private final Snapshots snapshots = new Snapshots(store, store);
  private final Commits commits = new Commits(store, snapshots);

  @After
  public void close() {
    snapshots.close();
  }

  @Test
  public void b5_whatWasAnsweredIsInTheSnapshot() {
    var kept = done(commits.commit(CALLER, () -> Outcome.done(Draft.of(site("a"), 0))));
    assertEquals(1, kept.revision());
    assertTrue(snapshots.now().get(Site.class, new SiteId("s")).isPresent());
  }

  @Test
  public void b3_theSameKeyAnswersTheSameAndAnotherBodyIsRefused() {
    var first = done(commits.commit(CALLER.under(KEY), () -> Outcome.done(Draft.of(site("a"), 0))));
    var again =
        done(commits.commit(CALLER.under(KEY), () -> Outcome.refused(RefusalCode.NOT_FOUND)));
    assertEquals(first, again);
    var other = new RequestKey("save", "k", "another");
    assertEquals(
        Outcome.refused(RefusalCode.KEY_REUSED),
        commits.commit(CALLER.under(other), () -> Outcome.done(Draft.of(site("b"), 1))));
  }

  @Test
  public void b3_theKeyThatTheCallerBringsCountsForEveryChange() {
    var caller = CALLER.under(KEY);
    var first = done(commits.commit(caller, () -> Outcome.done(Draft.of(site("a"), 0))));
    var again = done(commits.commit(caller, () -> Outcome.refused(RefusalCode.NOT_FOUND)));
    assertEquals(first, again);
    assertEquals(
        Outcome.refused(RefusalCode.NOT_FOUND),
        commits.commit(caller.further(), () -> Outcome.refused(RefusalCode.NOT_FOUND)));
  }

  @Test
  public void b3_aRefusalIsAnsweredOnlyAfterLookingForTheKeyAgain() {
    var outcome =
        commits.<Site>commit(
            CALLER.under(KEY),
            () -> {
              commits.commit(CALLER.under(KEY), () -> Outcome.done(Draft.of(site("a"), 0)));
              return Outcome.refused(RefusalCode.SPACE_TAKEN);
            });
    assertEquals("a", done(outcome).word().name());
  }

  @Test
  public void aChangeMeanwhileIsTriedAgainUnlessTheClientNamedTheRevision() {
    commits.commit(CALLER, () -> Outcome.done(Draft.of(site("a"), 0)));
    commits.commit(CALLER, () -> Outcome.done(Draft.of(site("b"), 1)));
    var tries = new AtomicInteger();
    var kept =
        done(
            commits.commit(
                CALLER, () -> Outcome.done(Draft.of(site("c"), tries.incrementAndGet()))));
    assertEquals(3, kept.revision());
    assertEquals(2, tries.get());
    var stale =
        commits.commit(CALLER, () -> Outcome.done(Draft.of(site("d"), 1).atAskedRevision()));
    assertEquals(RefusalCode.CHANGED_MEANWHILE, ((Outcome.Refused<?>) stale).refusal().code());
  }

  @Test
  public void b4_whatRefusedADraftIsKnownBeforeTheNext() {
    try (var deaf = new Snapshots(new Unheard(store), store)) {
      commits.commit(CALLER, () -> Outcome.done(Draft.of(site("a"), 0)));
      assertTrue(deaf.now().get(Site.class, new SiteId("s")).isEmpty());
      var outcome =
          new Commits(store, deaf).commit(CALLER, () -> Outcome.done(Draft.of(site("b"), 0)));
      assertEquals(RefusalCode.ALREADY_EXISTS, ((Outcome.Refused<?>) outcome).refusal().code());
      assertTrue(deaf.now().get(Site.class, new SiteId("s")).isPresent());
    }
  }

  /** A journal whose news come late: nobody hears of a commit by itself. */
  private record Unheard(Journal journal) implements Journal {
    @Override
    public CommitOutcome commit(Change change) {
      return journal.commit(change);
    }

    @Override
    public Optional<CommitOutcome> recall(String producer, RequestKey request) {
      return journal.recall(producer, request);
    }

    @Override
    public List<Entry> since(long seq, int limit) {
      var listening = Thread.currentThread().getName().equals("escale-snapshot");
      return listening ? List.of() : journal.since(seq, limit);
    }

    @Override
    public long before(java.time.Instant at) {
      return journal.before(at);
    }

    @Override
    public long head() {
      return journal.head();
    }

    @Override
    public boolean writable() {
      return journal.writable();
    }

    @Override
    public AutoCloseable follow(LongConsumer listener) {
      return () -> {};
    }
  }

  @Test
  public void e6_withoutItsDatabaseItSaysSo() {
    store.away(true);
    assertEquals(
        Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE),
        commits.commit(CALLER.under(KEY), () -> Outcome.done(Draft.of(site("a"), 0))));
    store.away(false);
  }

  private static Site site(String name) {
    return new Site(new SiteId("s"), name, "t", "r", new Position(50, 4));
  }

  private static Kept<Site> done(Outcome<Kept<Site>> outcome) {
    assertTrue(outcome.toString(), outcome instanceof Outcome.Done);
    return ((Outcome.Done<Kept<Site>>) outcome).value();
  }
}
