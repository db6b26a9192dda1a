package org.escale.tck.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.escale.caller.RequestKey;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Once;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Word;

/** What the contract tests of a store have in common. They may share one store: ids differ. */
public abstract class StoreContract {
  /** Words of this test alone. */
  protected final Samples samples = new Samples();

  /** The store under test. */
  protected abstract StorePorts store();

  /** The clock that the store was given. */
  protected abstract MovedClock clock();

  /** Commits what must not be refused. */
  protected final CommitOutcome.Committed committed(Write... writes) {
    return committed(Change.of(writes));
  }

  /** Commits what must not be refused. */
  protected final CommitOutcome.Committed committed(Change change) {
    var outcome = store().journal().commit(change);
    assertTrue("refused: " + outcome, outcome instanceof CommitOutcome.Committed);
    return (CommitOutcome.Committed) outcome;
  }

  /** Commits what must be refused with that code. */
  protected final void refused(RefusalCode code, Write... writes) {
    refused(code, Change.of(writes));
  }

  /** Commits what must be refused with that code. */
  protected final void refused(RefusalCode code, Change change) {
    var outcome = store().journal().commit(change);
    assertTrue("not refused: " + outcome, outcome instanceof CommitOutcome.Refused);
    assertEquals(code, ((CommitOutcome.Refused) outcome).refusal().code());
  }

  /** Commits a new word. */
  protected final <W extends Word> Kept<W> kept(W word) {
    return MemoryShelf.typed(committed(new Write.Put(word, 0)).written().get(0));
  }

  /** A change under a key, whose answer is the word it writes. */
  protected final Change once(RequestKey key, Word word) {
    return new Change(
        "tester",
        Optional.of(new Once(samples.name("box"), key, word.getClass(), word.id())),
        List.of(new Write.Put(word, 0)),
        List.of());
  }
}
