package org.escale.store.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.escale.word.Entry;

/** The last entries, in memory, for those that follow closely. Safe for many threads. */
final class Tail {
  private static final int LONGEST = 1000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long head;

  synchronized void begin(long at) {
    entries.clear();
    head = at;
  }

  synchronized void add(Entry entry) {
    entries.addLast(entry);
    head = entry.seq();
    if (entries.size() > LONGEST) {
      entries.removeFirst();
    }
  }

  synchronized long head() {
    return head;
  }

  /** Entries after {@code seq}; nothing if they begin before what is remembered here. */
  synchronized Optional<List<Entry>> since(long seq, int limit) {
    if (seq >= head) {
      return Optional.of(List.of());
    }
    if (entries.isEmpty() || entries.getFirst().seq() > seq + 1) {
      return Optional.empty();
    }
    return Optional.of(
        entries.stream().skip(seq + 1 - entries.getFirst().seq()).limit(limit).toList());
  }
}
