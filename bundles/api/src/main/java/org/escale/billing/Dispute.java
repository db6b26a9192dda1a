package org.escale.billing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * Somebody says that a usage record is wrong, once for each record. The record stays as it is until
 * it is corrected by others, and both stay readable whatever is answered.
 *
 * @param by the centre or company that disputes
 * @param answerer who answers: the network that charges, or the centre for its own client
 * @param readers those of the record
 * @param reason why, in the words of who disputes
 * @param answer how it ended; empty while it is open
 */
public record Dispute(
    UsageRecordId usage,
    Reader by,
    Reader answerer,
    Set<Reader> readers,
    String reason,
    Instant since,
    Optional<Answer> answer)
    implements Word {
  /** How far a dispute is. */
  public enum State {
    /** Waits for its answer. */
    OPEN,
    /** The record was corrected. */
    CORRECTED,
    /** It stays as it is. */
    REJECTED
  }

  /**
   * How a dispute ended.
   *
   * @param reason why it was rejected; empty where it was corrected
   * @param correction the last record of the correction
   */
  public record Answer(Instant at, String reason, Optional<UsageRecordId> correction) {}

  /** Copies the readers. */
  public Dispute {
    readers = Set.copyOf(readers);
  }

  /** How far it is. */
  public State state() {
    if (answer.isEmpty()) {
      return State.OPEN;
    }
    return answer.get().correction().isPresent() ? State.CORRECTED : State.REJECTED;
  }

  /** The same dispute, answered. */
  public Dispute answered(Answer how) {
    return new Dispute(usage, by, answerer, readers, reason, since, Optional.of(how));
  }

  @Override
  public Id id() {
    return usage;
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("state", state().name());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(since);
  }
}
