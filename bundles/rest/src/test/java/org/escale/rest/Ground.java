package org.escale.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Lookup;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;

/** Words in memory, seen through the caller's sight. */
final class Ground implements Lookup {
  private final Map<String, Kept<? extends Word>> kept = new ConcurrentHashMap<>();
  private long seq;

  synchronized <W extends Word> Kept<W> put(W word) {
    var key = key(word.getClass(), word.id());
    long revision =
        1 + Optional.<Kept<? extends Word>>ofNullable(kept.get(key)).map(Kept::revision).orElse(0L);
    var entry = new Kept<>(word, revision, ++seq);
    kept.put(key, entry);
    return entry;
  }

  int count() {
    return kept.size();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <W extends Word> Outcome<Kept<W>> get(Caller caller, Class<W> kind, Id id) {
    var found = (Kept<W>) kept.get(key(kind, id));
    return found == null || !caller.sight().sees(found.word())
        ? Outcome.refused(RefusalCode.NOT_FOUND)
        : Outcome.done(found);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <W extends Word> Outcome<Page<W>> list(Caller caller, Class<W> kind, Query query) {
    List<Kept<W>> all = new ArrayList<>();
    kept.values().stream()
        .filter(k -> kind.isInstance(k.word()) && k.seq() > query.after())
        .filter(k -> caller.sight().sees(k.word()))
        .filter(k -> k.word().keys().entrySet().containsAll(query.where().entrySet()))
        .sorted(java.util.Comparator.comparingLong(Kept::seq))
        .forEach(k -> all.add((Kept<W>) k));
    if (all.size() <= query.limit()) {
      return Outcome.done(new Page<>(all, OptionalLong.empty()));
    }
    var page = all.subList(0, query.limit());
    return Outcome.done(new Page<>(page, OptionalLong.of(page.get(page.size() - 1).seq())));
  }

  private static String key(Class<?> kind, Id id) {
    return kind.getSimpleName() + ":" + id.value();
  }
}
