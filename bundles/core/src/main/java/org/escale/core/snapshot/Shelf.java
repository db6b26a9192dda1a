package org.escale.core.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Word;

/**
 * The words of one class by id and by some of their keys; immutable. Groups are meant to be small:
 * each change copies the lists it touches.
 */
final class Shelf<W extends Word> {
  private final List<String> by;
  private final Table<Id, Kept<W>> words;
  private final Map<String, Table<String, List<W>>> groups;

  private Shelf(
      List<String> by, Table<Id, Kept<W>> words, Map<String, Table<String, List<W>>> groups) {
    this.by = by;
    this.words = words;
    this.groups = groups;
  }

  /** Of all these words; of one that stands there twice the later revision counts. */
  static <W extends Word> Shelf<W> of(List<String> keys, Iterable<Kept<W>> all) {
    var words = new HashMap<Id, Kept<W>>();
    for (var kept : all) {
      words.merge(kept.word().id(), kept, (a, b) -> a.revision() < b.revision() ? b : a);
    }
    var lists = new HashMap<String, Map<String, List<W>>>();
    keys.forEach(key -> lists.put(key, new HashMap<>()));
    for (var kept : words.values()) {
      var values = kept.word().keys();
      for (var key : keys) {
        if (values.containsKey(key)) {
          lists.get(key).merge(values.get(key), List.of(kept.word()), Shelf::joined);
        }
      }
    }
    var groups = new HashMap<String, Table<String, List<W>>>();
    lists.forEach(
        (key, group) -> {
          group.replaceAll((value, list) -> List.copyOf(list));
          groups.put(key, Table.of(group));
        });
    return new Shelf<>(keys, Table.of(words), groups);
  }

  private static <W> List<W> joined(List<W> some, List<W> more) {
    var all = some instanceof ArrayList ? some : new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  Optional<Kept<W>> get(Id id) {
    return words.get(id);
  }

  List<W> where(String key, String value) {
    return groups.get(key).get(value).orElse(List.of());
  }

  List<Kept<W>> all() {
    return words.values();
  }

  Shelf<W> with(Kept<W> kept) {
    var before = words.get(kept.word().id());
    if (before.filter(old -> old.revision() >= kept.revision()).isPresent()) {
      return this;
    }
    var cleared = before.map(this::without).orElse(this);
    var regrouped = new HashMap<>(cleared.groups);
    var keys = kept.word().keys();
    for (var key : by) {
      if (keys.containsKey(key)) {
        regrouped.put(key, added(cleared.groups.get(key), keys.get(key), kept.word()));
      }
    }
    return new Shelf<>(by, cleared.words.with(kept.word().id(), kept), regrouped);
  }

  Shelf<W> without(Id id) {
    return words.get(id).map(this::without).orElse(this);
  }

  private Shelf<W> without(Kept<W> gone) {
    var regrouped = new HashMap<>(groups);
    var keys = gone.word().keys();
    for (var key : by) {
      if (keys.containsKey(key)) {
        regrouped.put(key, removed(groups.get(key), keys.get(key), gone.word()));
      }
    }
    return new Shelf<>(by, words.without(gone.word().id()), regrouped);
  }

  private static <W> Table<String, List<W>> added(
      Table<String, List<W>> group, String value, W word) {
    var list = new ArrayList<>(group.get(value).orElse(List.of()));
    list.add(word);
    return group.with(value, List.copyOf(list));
  }

  private static <W> Table<String, List<W>> removed(
      Table<String, List<W>> group, String value, W word) {
    var list = new ArrayList<>(group.get(value).orElse(List.of()));
    list.remove(word);
    return list.isEmpty() ? group.without(value) : group.with(value, List.copyOf(list));
  }
}
