package org.escale.core.opendata;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.federation.Published;
import org.escale.federation.PublishedId;
import org.escale.service.OpenData;
import org.escale.service.OpenData.Kind;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome.Committed;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Query;

/** What was told, as it stands in the store; changed by one thread. */
final class Told {
  /** So many words are written at once. */
  private static final int BATCH = 500;

  private static final Duration REMEMBERED = Duration.ofDays(OpenData.REMEMBERED_DAYS);

  private final Words words;
  private final Commits commits;
  private final Map<PublishedId, Kept<Published>> all = new HashMap<>();

  /** Reads all of it. */
  Told(Words words, Commits commits) {
    this.words = words;
    this.commits = commits;
    read();
  }

  /** All of a kind, in order. */
  Edition edition(Kind kind) {
    return Edition.of(kind, all.values());
  }

  /** Tells what is so now and was not told; answers whether that was anything. */
  boolean become(Map<PublishedId, Published> present, Instant now) {
    var writes = new ArrayList<Write>();
    present.values().forEach(word -> tell(word, writes));
    all.values().forEach(kept -> untell(kept, present, now).ifPresent(writes::add));
    for (int from = 0; from < writes.size(); from += BATCH) {
      commit(writes.subList(from, Math.min(writes.size(), from + BATCH)));
    }
    return !writes.isEmpty();
  }

  private void tell(Published word, List<Write> writes) {
    var before = Optional.ofNullable(all.get(word.id()));
    if (before.filter(kept -> kept.word().says(word)).isEmpty()) {
      writes.add(new Write.Put(word, before.map(Kept::revision).orElse(0L)));
    }
  }

  private static Optional<Write> untell(
      Kept<Published> kept, Map<PublishedId, Published> present, Instant now) {
    var word = kept.word();
    if (present.containsKey(word.id())) {
      return Optional.empty();
    }
    if (word.gone().isEmpty()) {
      return Optional.of(new Write.Put(word.goneAt(now), kept.revision()));
    }
    return word.gone().get().plus(REMEMBERED).isBefore(now)
        ? Optional.of(new Write.Remove(Published.class, word.id()))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // only words of this class are written here
  private void commit(List<Write> writes) {
    if (commits.commit(Change.of(writes.toArray(Write[]::new))) instanceof Committed done) {
      done.written().forEach(kept -> keep((Kept<Published>) kept));
      for (var write : writes) {
        if (write instanceof Write.Remove gone) {
          all.remove(gone.id());
        }
      }
    } else {
      read(); // another process told something: the next look compares with that
    }
  }

  private void read() {
    all.clear();
    var query = Query.all();
    var page = words.find(Published.class, query, Sight.PLATFORM);
    page.items().forEach(this::keep);
    while (page.next().isPresent()) {
      page = words.find(Published.class, query.after(page.next().getAsLong()), Sight.PLATFORM);
      page.items().forEach(this::keep);
    }
  }

  private void keep(Kept<Published> kept) {
    all.merge(kept.word().id(), kept, (a, b) -> a.seq() < b.seq() ? b : a);
  }
}
