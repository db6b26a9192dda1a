package org.escale.caller;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.refusal.Refusal;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * Long work that an account started; seen by that account alone, kept for 7 days.
 *
 * @param by who started it
 * @param kind what it does: {@code billing-run}
 * @param result what came of it, as JSON; empty before its end and where nothing came of it
 * @param refused rows that were not done, and why; at most 10,000
 * @param refusal why it failed as a whole
 */
public record Job(
    JobId id,
    AccountId by,
    String kind,
    State state,
    Instant startedAt,
    Optional<Instant> endedAt,
    String result,
    List<Row> refused,
    Optional<Refusal> refusal)
    implements Word {
  /** How far a job is. */
  public enum State {
    /** Behind others. */
    WAITING,
    /** At work. */
    RUNNING,
    /** Over, with a result. */
    DONE,
    /** Over, refused or broken as a whole. */
    FAILED,
    /** Called off; a result says what had been done by then. */
    CANCELLED,
    /** The instance stopped before it was over. */
    INTERRUPTED;

    /** Whether nothing more comes of it. */
    public boolean over() {
      return this != WAITING && this != RUNNING;
    }
  }

  /**
   * A row that was not done.
   *
   * @param row its line in what was sent, from 1
   */
  public record Row(int row, Refusal refusal) {}

  /** What came of a job. */
  public record End(State state, String result, List<Row> refused, Optional<Refusal> refusal) {
    /** Copies the list. */
    public End {
      refused = List.copyOf(refused);
    }

    /** An end without anything that came of it. */
    public static End empty(State state) {
      return new End(state, "", List.of(), Optional.empty());
    }
  }

  /** Copies the list. */
  public Job {
    refused = List.copyOf(refused);
  }

  /** A job that waits. */
  public static Job waiting(JobId id, AccountId by, String kind, Instant now) {
    return new Job(
        id, by, kind, State.WAITING, now, Optional.empty(), "", List.of(), Optional.empty());
  }

  /** The same job, at work. */
  public Job running() {
    return new Job(id, by, kind, State.RUNNING, startedAt, endedAt, result, refused, refusal);
  }

  /** The same job, over. */
  public Job ended(End end, Instant at) {
    return new Job(
        id,
        by,
        kind,
        end.state(),
        startedAt,
        Optional.of(at),
        end.result(),
        end.refused(),
        end.refusal());
  }

  /** Nobody's by what they stand for: the account that started it asks by its own name. */
  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("account", by.value(), "kind", kind, "state", state.name());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(startedAt);
  }
}
