package org.escale.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.escale.caller.Sight;
import org.escale.spi.store.Words;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;

/** Words to be read once by a snapshot. */
public final class ReadOnce implements Words {
  private final Map<Class<?>, List<Kept<Word>>> words = new HashMap<>();

  /** Those. */
  public ReadOnce(Stream<? extends Word> all) {
    all.forEach(
        word ->
            words
                .computeIfAbsent(word.getClass(), kind -> new ArrayList<>())
                .add(new Kept<>(word, 1, 0)));
  }

  @Override
  public <W extends Word> Optional<Kept<W>> get(Class<W> kind, Id id, Sight sight) {
    return Optional.empty(); // nobody asks for one
  }

  @Override
  @SuppressWarnings("unchecked") // put there by its class
  public <W extends Word> Page<W> find(Class<W> kind, Query query, Sight sight) {
    List<Kept<W>> all = (List<Kept<W>>) (List<?>) words.getOrDefault(kind, List.of());
    int from = (int) query.after();
    int to = Math.min(all.size(), from + query.limit());
    return new Page<>(
        all.subList(from, to), to < all.size() ? OptionalLong.of(to) : OptionalLong.empty());
  }
}
