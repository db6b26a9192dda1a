package org.escale.word;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which words, in the order in which they were last written.
 *
 * @param where field and value, all of which must match
 * @param from {@code at} not before
 * @param to {@code at} before
 * @param after written after this journal entry; 0 for all. Each page's {@link Page#next} continues
 *     it
 * @param limit at most so many, 1 to 1000
 */
public record Query(
    Map<String, String> where,
    Optional<Instant> from,
    Optional<Instant> to,
    long after,
    int limit) {
  /** The most that one page holds. */
  public static final int MOST = 1000;

  /** Copies the filter and checks the limit. */
  public Query {
    where = Map.copyOf(where);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit is 1 to " + MOST);
    }
  }

  /** All words with that field, first page of 1000. */
  public static Query where(String field, String value) {
    return new Query(Map.of(field, value), Optional.empty(), Optional.empty(), 0, MOST);
  }

  /** All words, first page of 1000. */
  public static Query all() {
    return new Query(Map.of(), Optional.empty(), Optional.empty(), 0, MOST);
  }

  /** Also with that field. */
  public Query and(String field, String value) {
    var more = new java.util.HashMap<>(where);
    more.put(field, value);
    return new Query(more, from, to, after, limit);
  }

  /** Only from {@code start} (inclusive) to {@code end} (exclusive). */
  public Query between(Instant start, Instant end) {
    return new Query(where, Optional.of(start), Optional.of(end), after, limit);
  }

  /** The page after {@code seq}. */
  public Query after(long seq) {
    return new Query(where, from, to, seq, limit);
  }
}
