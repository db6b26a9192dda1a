package org.escale.tck.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.OptionalLong;
import org.escale.caller.Sight;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;

/** Cuts pages. A page that ends inside an entry continues at a place, not at a number. */
final class MemoryPages {
  /** Above all entry numbers; below 2^53, so that it also lives in a JSON number. */
  private static final long PLACE = 1L << 52;

  private static final long WIDTH = 1L << 20;

  private MemoryPages() {}

  static <W extends Word> Page<W> page(Collection<MemoryShelf.Row> rows, Query query, Sight sight) {
    var fitting =
        rows.stream()
            .filter(row -> after(row, query.after()))
            .filter(row -> matches(row.kept().word(), query))
            .filter(row -> sight.sees(row.kept().word()))
            .toList();
    var items = new ArrayList<Kept<W>>();
    fitting.stream().limit(query.limit()).forEach(r -> items.add(MemoryShelf.typed(r.kept())));
    if (fitting.size() <= query.limit()) {
      return new Page<>(items, OptionalLong.empty());
    }
    return new Page<>(items, OptionalLong.of(place(fitting.get(query.limit() - 1))));
  }

  private static boolean after(MemoryShelf.Row row, long after) {
    return after < PLACE ? row.kept().seq() > after : place(row) > after;
  }

  private static long place(MemoryShelf.Row row) {
    return PLACE + row.kept().seq() * WIDTH + row.n();
  }

  private static boolean matches(Word word, Query query) {
    return query.where().entrySet().stream()
            .allMatch(field -> field.getValue().equals(word.keys().get(field.getKey())))
        && query.from().stream()
            .allMatch(from -> word.at().filter(at -> !at.isBefore(from)).isPresent())
        && query.to().stream().allMatch(to -> word.at().filter(at -> at.isBefore(to)).isPresent());
  }
}
