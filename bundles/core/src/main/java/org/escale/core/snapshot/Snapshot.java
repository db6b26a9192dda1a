package org.escale.core.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.word.Entry;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Word;

/**
 * The directory, the clients, their rights, who is here, as of one journal entry: immutable, so
 * that a decision looks at one moment only. Of visits and sessions it holds those that are not
 * over. Safe for many threads.
 */
public final class Snapshot {
  private final long seq;
  private final Map<Class<? extends Word>, Shelf<?>> shelves;

  private Snapshot(long seq, Map<Class<? extends Word>, Shelf<?>> shelves) {
    this.seq = seq;
    this.shelves = shelves;
  }

  /** These words of each class, as of {@code seq}. */
  static Snapshot of(long seq, Map<Class<? extends Word>, Shelf<?>> shelves) {
    return new Snapshot(seq, Map.copyOf(shelves));
  }

  /** Whether words of that class are held here. */
  public static boolean holds(Class<? extends Word> kind) {
    return Holding.KEYS.containsKey(kind);
  }

  /** Whether that word is held here: of visits and sessions those that are not over. */
  public static boolean holds(Word word) {
    return Holding.holds(word);
  }

  /** The journal entry up to which everything is in it. */
  public long seq() {
    return seq;
  }

  /** One word. */
  public <W extends Word> Optional<W> get(Class<W> kind, Id id) {
    return shelf(kind).get(id).map(Kept::word);
  }

  /** One word with its revision. */
  public <W extends Word> Optional<Kept<W>> kept(Class<W> kind, Id id) {
    return shelf(kind).get(id);
  }

  /** The words of that class with that key, in no order. */
  public <W extends Word> List<W> where(Class<W> kind, String key, Id value) {
    return shelf(kind).where(key, value.value());
  }

  /** All words of that class, in no order. */
  public <W extends Word> List<W> all(Class<W> kind) {
    return shelf(kind).all().stream().map(Kept::word).toList();
  }

  /**
   * Another object after each change to a word of that class: what is derived from them can tell.
   */
  public Object mark(Class<? extends Word> kind) {
    return shelf(kind);
  }

  Snapshot with(Entry entry) {
    var changed = new HashMap<>(shelves);
    entry.written().forEach(kept -> put(changed, kept));
    entry.removed().forEach(gone -> remove(changed, gone.kind(), gone.id()));
    return new Snapshot(entry.seq(), changed);
  }

  private static <W extends Word> void put(
      Map<Class<? extends Word>, Shelf<?>> shelves, Kept<W> kept) {
    @SuppressWarnings("unchecked") // a shelf stands under the class of its words
    var shelf = (Shelf<W>) shelves.get(kept.word().getClass());
    if (shelf != null) {
      var held = Holding.holds(kept.word());
      shelves.put(
          kept.word().getClass(), held ? shelf.with(kept) : shelf.without(kept.word().id()));
    }
  }

  private static void remove(
      Map<Class<? extends Word>, Shelf<?>> shelves, Class<? extends Word> kind, Id id) {
    shelves.computeIfPresent(kind, (same, shelf) -> shelf.without(id));
  }

  @SuppressWarnings("unchecked") // a shelf stands under the class of its words
  private <W extends Word> Shelf<W> shelf(Class<W> kind) {
    return (Shelf<W>) shelves.get(kind);
  }
}
