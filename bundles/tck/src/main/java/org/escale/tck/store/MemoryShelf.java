package org.escale.tck.store;

import java.util.ArrayDeque;
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
    private static final Comparator<Row> WRITTEN =
        Comparator.comparingLong((Row row) -> row.kept().seq()).thenComparingInt(Row::n);
  }

  private final Map<Class<? extends Word>, Map<String, Row>> shelves = new HashMap<>();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  <W extends Word> Optional<Kept<W>> get(Class<W> kind, Id id) {
    return Optional.ofNullable(shelf(kind).get(id.value())).map(row -> typed(row.kept()));
  }

  /** The rows of a kind in the order in which they were last written. */
  List<Row> rows(Class<? extends Word> kind) {
    return shelf(kind).values().stream().sorted(Row.WRITTEN).toList();
  }

  /** The words of a kind, in no order. */
  <W extends Word> List<W> all(Class<W> kind) {
    return shelf(kind).values().stream()
        .map(row -> MemoryShelf.<W>typed(row.kept()).word())
        .toList();
  }

  <W extends Word> Kept<W> put(W word, long seq, int n) {
    var shelf = shelf(word.getClass());
    var old = shelf.get(word.id().value());
    var kept = new Kept<>(word, old == null ? 1 : old.kept().revision() + 1, seq);
    shelf.put(word.id().value(), new Row(kept, n));
    undo.push(() -> restore(shelf, word.id(), old));
    return kept;
  }

  /** Whether there was anything to remove. */
  boolean remove(Class<? extends Word> kind, Id id) {
    var shelf = shelf(kind);
    var old = shelf.remove(id.value());
    undo.push(() -> restore(shelf, id, old));
    return old != null;
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

  private static void restore(Map<String, Row> shelf, Id id, Row old) {
    if (old == null) {
      shelf.remove(id.value());
    } else {
      shelf.put(id.value(), old);
    }
  }

  private Map<String, Row> shelf(Class<? extends Word> kind) {
    return shelves.computeIfAbsent(kind, k -> new HashMap<>());
  }
}
