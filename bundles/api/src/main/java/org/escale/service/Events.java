package org.escale.service;

import java.util.List;
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

  /** Entries after {@code cursor}, at most {@code limit} (1 to 1000). */
  Outcome<Batch> since(Caller caller, long cursor, int limit);
}
