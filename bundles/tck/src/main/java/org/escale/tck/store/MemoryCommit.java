package org.escale.tck.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.escale.billing.Invoice;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.presence.Visit;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Write;
import org.escale.word.Entry;
import org.escale.word.Kept;
import org.escale.word.Word;

/** Applies one change whole or not at all. */
final class MemoryCommit {
  private static final Set<Class<? extends Word>> NEVER_PUT =
      Set.of(UsageRecord.class, LedgerTransaction.class, Invoice.class);
  private static final Set<Class<? extends Word>> NEVER_REMOVED =
      Set.of(Booking.class, Visit.class, UsageRecord.class, LedgerTransaction.class, Invoice.class);

  /** What came of it, and what it removed. */
  record Result(CommitOutcome outcome, List<Entry.Gone> removed) {}

  private final MemoryShelf shelf;
  private final MemoryLaws laws;
  private final MemoryAnswers answers;

  MemoryCommit(MemoryShelf shelf, MemoryAnswers answers) {
    this.shelf = shelf;
    this.laws = new MemoryLaws(shelf);
    this.answers = answers;
  }

  MemoryAnswers answers() {
    return answers;
  }

  Result apply(Change change, long seq) {
    var replay = change.once().flatMap(once -> answers.recall(once.producer(), once.request()));
    if (replay.isPresent()) {
      return new Result(replay.get(), List.of());
    }
    try {
      var result = written(change, seq);
      if (result.outcome() instanceof CommitOutcome.Committed done) {
        change.once().ifPresent(once -> answers.keep(once, done.written()));
        shelf.keep();
      }
      return result;
    } finally {
      shelf.undo();
    }
  }

  private Result written(Change change, long seq) {
    var written = new ArrayList<Kept<? extends Word>>();
    var removed = new ArrayList<Entry.Gone>();
    for (var write : change.writes()) {
      allowed(write);
      var refusal = laws.against(write);
      if (refusal.isPresent()) {
        return new Result(new CommitOutcome.Refused(refusal.get()), List.of());
      }
      if (!(write instanceof Write.Remove remove)) {
        written.add(shelf.put(laws.made(write), seq, written.size()));
      } else if (shelf.remove(remove.kind(), remove.id())) {
        removed.add(new Entry.Gone(remove.kind(), remove.id()));
      }
    }
    return new Result(new CommitOutcome.Committed(seq, written), removed);
  }

  private static void allowed(Write write) {
    if (write instanceof Write.Put put && NEVER_PUT.contains(put.word().getClass())) {
      throw new IllegalArgumentException("append, post or issue it: " + put.word().getClass());
    }
    if (write instanceof Write.Remove remove && NEVER_REMOVED.contains(remove.kind())) {
      throw new IllegalArgumentException("never removed: " + remove.kind());
    }
  }
}
