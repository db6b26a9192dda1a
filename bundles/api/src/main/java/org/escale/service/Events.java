package org.escale.service;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.word.Entry;
import org.osgi.annotation.versioning.ProviderType;

/** The sequence of changes as a caller may see it. */
@ProviderType
public interface Events {
  /** Some entries, reduced to what the caller sees, and the cursor to go on from. */
  record Batch(List<Entry> entries, long next) {
    /** Copies the entries. */
    public Batch {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The last place in the sequence before the first change at or after {@code at}: what is read
   * after it was written since then.
   */
  long before(Instant at);

  /**
   * Calls {@code listener} with the new head after each change, whoever may see it, on any thread;
   * it must return at once. Running the answer ends it.
   */
  Runnable follow(LongConsumer listener);

  /** Entries after {@code cursor}, at most {@code limit} (1 to 1000). */
  Outcome<Batch> since(Caller caller, long cursor, int limit);
}
