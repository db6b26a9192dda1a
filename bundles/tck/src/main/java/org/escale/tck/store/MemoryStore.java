package org.escale.tck.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.escale.billing.LedgerTransaction;
import org.escale.booking.BookingId;
import org.escale.caller.RequestKey;
import org.escale.caller.Sight;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.spi.store.Balances;
import org.escale.spi.store.Calendar;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Entry;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * The plainest store that holds every law: one lock, words in maps by id and by key, sums and
 * chains worked out anew. Lives as long as the object; safe for many threads; slow with much money.
 */
public final class MemoryStore implements Journal, Words, Calendar, Outbox, Balances {
  private final Clock clock;
  private final MemoryShelf shelf = new MemoryShelf();
  private final MemoryCommit commit;
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final List<Entry> entries = new ArrayList<>();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private boolean away;

  /** Empty; {@code clock} dates entries, effects and the life of keys. */
  public MemoryStore(Clock clock) {
    this.clock = clock;
    this.commit = new MemoryCommit(shelf, new MemoryAnswers(clock));
  }

  /** From now on every method fails with {@link StoreException}, or works again. */
  public synchronized void away(boolean now) {
    away = now;
  }

  @Override
  public CommitOutcome commit(Change change) {
    var outcome = commitNow(change);
    if (outcome instanceof CommitOutcome.Committed done) {
      listeners.forEach(listener -> listener.accept(done.seq()));
    }
    return outcome;
  }

  private synchronized CommitOutcome commitNow(Change change) {
    here();
    var result = commit.apply(change, entries.size() + 1L);
    if (result.outcome() instanceof CommitOutcome.Committed done) {
      change.effects().forEach(effect -> outbox.add(effect, clock.instant()));
      entries.add(
          new Entry(done.seq(), clock.instant(), change.by(), done.written(), result.removed()));
    }
    return result.outcome();
  }

  @Override
  public synchronized Optional<CommitOutcome> recall(String producer, RequestKey request) {
    here();
    return commit.answers().recall(producer, request);
  }

  @Override
  public synchronized List<Entry> since(long seq, int limit) {
    here();
    if (limit < 1 || limit > Query.MOST) {
      throw new IllegalArgumentException("limit is 1 to " + Query.MOST);
    }
    int from = (int) Math.min(Math.max(seq, 0), entries.size());
    return List.copyOf(entries.subList(from, Math.min(from + limit, entries.size())));
  }

  @Override
  public synchronized long before(Instant at) {
    here();
    return entries.stream().filter(entry -> entry.at().isBefore(at)).count();
  }

  @Override
  public synchronized long head() {
    here();
    return entries.size();
  }

  @Override
  public boolean writable() {
    return !away;
  }

  @Override
  public AutoCloseable follow(LongConsumer listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public synchronized <W extends Word> Optional<Kept<W>> get(Class<W> kind, Id id, Sight sight) {
    here();
    return shelf.get(kind, id).filter(kept -> sight.sees(kept.word()));
  }

  @Override
  public synchronized <W extends Word> Page<W> find(Class<W> kind, Query query, Sight sight) {
    here();
    return MemoryPages.page(shelf.rows(kind, query.where()), query, sight);
  }

  @Override
  public synchronized Set<SpaceId> free(Collection<SpaceId> among, TimeSlot slot) {
    here();
    return among.stream()
        .filter(line -> busy(line, slot).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized List<TimeSlot> busy(SpaceId line, TimeSlot slot) {
    here();
    return shelf.lines().busy(line, slot);
  }

  @Override
  public synchronized List<BookingId> bookings(SpaceId line, TimeSlot slot) {
    here();
    return shelf.lines().bookings(line, slot);
  }

  @Override
  public synchronized List<TimeSlot> foreign(SpaceId line, TimeSlot slot) {
    here();
    return shelf
        .lines()
        .mirrored(line)
        .filter(slot::overlaps)
        .sorted(Comparator.comparing(TimeSlot::from))
        .toList();
  }

  @Override
  public synchronized List<Message> messages(String kind, int limit) {
    here();
    return outbox.messages(kind, limit);
  }

  @Override
  public synchronized void aside(String key, String why) {
    here();
    outbox.aside(key, why);
  }

  @Override
  public synchronized void replay(String key, Instant now) {
    here();
    outbox.replay(key, now);
  }

  @Override
  public synchronized List<Waiting> due(String kind, Instant now, int limit) {
    here();
    return outbox.due(kind, now, limit);
  }

  @Override
  public synchronized Optional<Instant> next() {
    here();
    return outbox.next();
  }

  @Override
  public synchronized void done(String key) {
    here();
    outbox.done(key);
  }

  @Override
  public synchronized void again(String key, Instant next, String why) {
    here();
    outbox.again(key, next, why);
  }

  @Override
  public synchronized Money balance(String account) {
    here();
    return MemoryLedger.balance(account, shelf.all(LedgerTransaction.class));
  }

  @Override
  public synchronized Map<Currency, Money> total() {
    here();
    return MemoryLedger.total(shelf.all(LedgerTransaction.class));
  }

  @Override
  public synchronized ChainHead head(String chain) {
    here();
    return new MemoryChains(shelf).head(chain);
  }

  @Override
  public synchronized <W extends Word> List<W> open(Class<W> kind, Instant before) {
    here();
    return MemoryPapers.open(shelf, kind, before);
  }

  private void here() {
    if (away) {
      throw new StoreException("away", new IllegalStateException("switched off by the test"));
    }
  }
}
