package org.escale.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.caller.RequestKey;
import org.escale.word.Entry;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one sequence of changes; safe for many threads.
 *
 * <ol>
 *   <li>JO1 {@link #commit} is all or nothing, and durable before it returns (B2, E2).
 *   <li>JO2 A refused change leaves no trace (B3).
 *   <li>JO3 The same producer, operation and key with the same body answers {@code Replayed} with
 *       the answer of the first time; with another body it is refused {@code KEY_REUSED} (B3).
 *   <li>JO4 Two live bookings of one calendar line never overlap, whoever commits at once (B1, B7);
 *       slots that touch do not.
 *   <li>JO5 Sequence numbers have no gap, and {@link #since} never skips what commits late.
 *   <li>JO6 Usage records are numbered and hashed without a gap in both chains (U2).
 *   <li>JO7 The ledger sums to zero, and a credit never passes its floor (U5, R10).
 *   <li>JO8 Invoice numbers are gapless for each seller and year (U4).
 *   <li>JO9 A guest has at most one open visit (U1).
 *   <li>JO10 {@link #commit} throws {@link StoreException} when the outcome is not known or the
 *       database is away; after a restart the change is there whole or not at all.
 *   <li>JO11 {@link #writable} is false within 5 s after changes can no longer be written (database
 *       gone, disk full), and true again by itself (E6).
 *   <li>JO12 A charge stands on one invoice and a usage record on one payout, whoever commits at
 *       once (U3).
 * </ol>
 */
@ProviderType
public interface Journal {
  /** Commits a change; the first refusal in the order of its writes is the answer. */
  CommitOutcome commit(Change change);

  /**
   * What was answered to that key before: {@code Replayed}, {@code Refused(KEY_REUSED)}, or empty
   * if it is new.
   */
  Optional<CommitOutcome> recall(String producer, RequestKey request);

  /** Entries after {@code seq}, in order, at most {@code limit} (1 to 1000). */
  List<Entry> since(long seq, int limit);

  /**
   * The number of the last entry before the first one at or after {@code at}, as long as our clock
   * was never set back; 0 where that is the first.
   */
  long before(Instant at);

  /** The number of the last entry; 0 before the first. */
  long head();

  /** Whether changes can be written, as far as is known; never asks the database. */
  boolean writable();

  /**
   * Calls {@code listener} after each commit with the new head, on any thread; it must return at
   * once. Closing ends it.
   */
  AutoCloseable follow(java.util.function.LongConsumer listener);
}
