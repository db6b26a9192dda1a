package org.escale.tck.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Word;

/** The words of a {@link MemoryStore}, and how to take back what the current change did to them. */
final class MemoryShelf {

  /** A word with its place among the writes of its entry. */
  record Row(Kept<? extends Word> kept, int n) {
    static final Comparator<Row> WRITTEN =
        Comparator.comparingLong((Row row) -> row.kept().seq()).thenComparingInt(Row::n);

    Word word() {
      return kept.word();
    }
  }

  private final Map<Class<? extends Word>, MemoryRows> shelves = new HashMap<>();
  private final MemoryLines lines = new MemoryLines();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  <W extends Word> Optional<Kept<W>> get(Class<W> kind, Id id) {
    return shelf(kind).get(id.value()).map(row -> typed(row.kept()));
  }

  /** The rows of a kind that may have these keys, in the order in which they were last written. */
  Collection<Row> rows(Class<? extends Word> kind, Map<String, String> keys) {
    return shelf(kind).among(keys);
  }

  /** What is taken, by line. */
  MemoryLines lines() {
    return lines;
  }

  /** The words of a kind, in no order. */
  <W extends Word> List<W> all(Class<W> kind) {
    return shelf(kind).all().stream().map(row -> MemoryShelf.<W>typed(row.kept()).word()).toList();
  }

  <W extends Word> Kept<W> put(W word, long seq, int n) {
    var old = shelf(word.getClass()).get(word.id().value());
    var kept = new Kept<>(word, old.map(row -> row.kept().revision() + 1).orElse(1L), seq);
    set(word.getClass(), word.id(), Optional.of(new Row(kept, n)));
    undo.push(() -> set(word.getClass(), word.id(), old));
    return kept;
  }

  /** Whether there was anything to remove. */
  boolean remove(Class<? extends Word> kind, Id id) {
    var old = shelf(kind).get(id.value());
    set(kind, id, Optional.empty());
    undo.push(() -> set(kind, id, old));
    return old.isPresent();
  }

  /** What was done since the last call stays. */
  void keep() {
    undo.clear();
  }

  /** What was done since the last {@link #keep} is taken back. */
  void undo() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  @SuppressWarnings("unchecked") // a shelf holds words of its own class only
  static <W extends Word> Kept<W> typed(Kept<? extends Word> kept) {
    return (Kept<W>) kept;
  }

  private void set(Class<? extends Word> kind, Id id, Optional<Row> row) {
    var rows = shelf(kind);
    lines.change(rows.get(id.value()).map(Row::word), row.map(Row::word));
    rows.set(id.value(), row);
  }

  private MemoryRows shelf(Class<? extends Word> kind) {
    return shelves.computeIfAbsent(kind, k -> new MemoryRows());
  }
}
