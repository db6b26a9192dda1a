package org.escale.spi.store;

import java.util.List;
import org.escale.refusal.Refusal;
import org.escale.word.Kept;
import org.escale.word.Word;

/** What came of a commit. */
public sealed interface CommitOutcome {

  /**
   * It is durable. The written words stand in the order of the writes, with the numbers they got.
   */
  record Committed(long seq, List<Kept<? extends Word>> written) implements CommitOutcome {
    /** Copies the list. */
    public Committed {
      written = List.copyOf(written);
    }
  }

  /** It had happened before; this was the answer then. */
  record Replayed(Kept<? extends Word> answer) implements CommitOutcome {}

  /** It did not happen, and left no trace. */
  record Refused(Refusal refusal) implements CommitOutcome {}
}
