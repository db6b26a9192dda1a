package org.escale.core.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.federation.Centre;
import org.escale.federation.Extra;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Events;
import org.escale.spi.store.Journal;
import org.escale.spi.store.StoreException;
import org.escale.word.Entry;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as a caller may see it: words that the role reads and the sight sees. Of what was
 * removed only the public directory is told, since what is gone no longer says who saw it.
 */
@Component(service = Events.class)
public final class SightedEvents implements Events {
  private static final Set<Class<? extends Word>> PUBLIC =
      Set.of(Site.class, Centre.class, Space.class, Extra.class);
  private static final Logger LOG = LoggerFactory.getLogger(SightedEvents.class);
  private static final String SOMEBODY = "";

  private final Journal journal;

  /** Reads that journal. */
  @Activate
  public SightedEvents(@Reference Journal journal) {
    this.journal = journal;
  }

  @Override
  public long before(Instant at) {
    return journal.before(at);
  }

  @Override
  public Runnable follow(LongConsumer listener) {
    var following = journal.follow(listener);
    return () -> end(following);
  }

  private static void end(AutoCloseable following) {
    try {
      following.close();
    } catch (Exception e) {
      LOG.warn("the journal would not let go", e);
    }
  }

  @Override
  public Outcome<Batch> since(Caller caller, long cursor, int limit) {
    if (!caller.may(Operation.EVENTS_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    if (cursor < 0 || limit < 1 || limit > Query.MOST) {
      var field = cursor < 0 ? "cursor" : "limit";
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
    }
    try {
      var entries = journal.since(cursor, limit);
      long next = entries.isEmpty() ? cursor : entries.get(entries.size() - 1).seq();
      return Outcome.done(new Batch(seen(caller, entries), next));
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private static List<Entry> seen(Caller caller, List<Entry> entries) {
    return entries.stream().map(entry -> seen(caller, entry)).flatMap(Optional::stream).toList();
  }

  private static Optional<Entry> seen(Caller caller, Entry entry) {
    var sight = caller.sight();
    var written =
        entry.written().stream()
            .filter(kept -> Reads.of(kept.word().getClass()).filter(caller::may).isPresent())
            .filter(kept -> sight.sees(kept.word()))
            .toList();
    var removed = entry.removed().stream().filter(gone -> PUBLIC.contains(gone.kind())).toList();
    var by = entry.by().equals(caller.who().value()) ? entry.by() : SOMEBODY;
    return written.isEmpty() && removed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(entry.seq(), entry.at(), by, written, removed));
  }
}
