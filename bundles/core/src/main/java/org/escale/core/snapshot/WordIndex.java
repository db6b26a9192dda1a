package org.escale.core.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.escale.word.Entry;
import org.escale.word.Id;
import org.escale.word.Word;

/**
 * Words of one class by something that no query can ask for, such as what is kept encrypted in
 * them. It follows the journal word by word, so that a change costs the same among ten words and
 * among a million; what it finds is read from the current snapshot. What a word is found by must
 * stay the same as long as it is held. Safe for many threads.
 */
public final class WordIndex<W extends Word, K> {
  private final Snapshots snapshots;
  private final Class<W> kind;
  private final Function<W, Optional<K>> by;
  private final Map<Id, K> known = new ConcurrentHashMap<>();
  private final Map<K, List<Id>> found = new ConcurrentHashMap<>(); // short lists, never changed

  /** Of that class, by what {@code by} says of each word once; empty for words nobody finds. */
  public WordIndex(Snapshots snapshots, Class<W> kind, Function<W, Optional<K>> by) {
    this.snapshots = snapshots;
    this.kind = kind;
    this.by = by;
    snapshots.hear(this::hear).all(kind).forEach(this::add);
  }

  /** What a word is found by, as it was said once. */
  public Optional<K> key(Id id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Those of the current snapshot; a list of the caller's own. */
  public List<W> at(K key) {
    var now = snapshots.now();
    var ids = found.getOrDefault(key, List.of());
    var words = new ArrayList<W>(ids.size());
    for (var id : ids) { // asked for each who wants to come in: no stream
      now.get(kind, id).ifPresent(words::add);
    }
    return words;
  }

  private void hear(Entry entry) {
    for (var kept : entry.written()) {
      if (kind.isInstance(kept.word())) {
        var word = kind.cast(kept.word());
        if (Holding.holds(word)) {
          add(word);
        } else {
          drop(word.id());
        }
      }
    }
    entry.removed().stream().filter(gone -> gone.kind() == kind).forEach(gone -> drop(gone.id()));
  }

  private void add(W word) {
    if (!known.containsKey(word.id())) {
      by.apply(word)
          .ifPresent(
              key -> {
                known.put(word.id(), key);
                found.merge(key, List.of(word.id()), WordIndex::both);
              });
    }
  }

  private void drop(Id id) {
    var key = known.remove(id);
    if (key != null) {
      found.computeIfPresent(
          key,
          (same, ids) -> {
            var left = ids.stream().filter(other -> !other.equals(id)).toList();
            return left.isEmpty() ? null : left;
          });
    }
  }

  private static List<Id> both(List<Id> some, List<Id> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
