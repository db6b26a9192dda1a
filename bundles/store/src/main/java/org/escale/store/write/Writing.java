package org.escale.store.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.store.sql.Nanos;
import org.escale.store.text.EntryJson;
import org.escale.store.text.Kinds;
import org.escale.store.write.Tables.NameKey;
import org.escale.store.write.Tables.Nothing;
import org.escale.store.write.Tables.WordKey;
import org.escale.store.write.Tables.WordRow;
import org.escale.word.Entry;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Word;

/** One change while it is drafted: the words it wrote so far, and where the next one goes. */
final class Writing {
  final Draft draft;
  final long seq;
  final Bodies bodies;
  final List<Kept<? extends Word>> written = new ArrayList<>();
  final List<EntryJson.Line> lines = new ArrayList<>();
  final List<Entry.Gone> removed = new ArrayList<>();

  Writing(Draft draft, long seq, Bodies bodies) {
    this.draft = draft;
    this.seq = seq;
    this.bodies = bodies;
  }

  /** The word of that class and id as things stand. */
  <W extends Word> Optional<Kept<W>> now(Class<W> kind, Id id) throws SQLException {
    return row(kind, id)
        .map(row -> new Kept<>(bodies.json().read(kind, row.body()), row.revision(), row.seq()));
  }

  /** Why a word cannot be written over that revision. */
  Optional<Refusal> revision(Word word, long expected) throws SQLException {
    var now = row(word.getClass(), word.id()).map(WordRow::revision).orElse(0L);
    if (now == expected) {
      return Optional.empty();
    }
    var code = expected == 0 ? RefusalCode.ALREADY_EXISTS : RefusalCode.CHANGED_MEANWHILE;
    return Optional.of(Refusal.of(code, "id", word.id().value()));
  }

  /** Writes a word over what is there. */
  <W extends Word> void write(W word) throws SQLException {
    var kind = Kinds.name(word.getClass());
    var old = now(word.getClass(), word.id());
    var body = bodies.of(word);
    var revision = old.map(Kept::revision).orElse(0L) + 1;
    draft.words.put(
        new WordKey(kind, word.id().value()),
        new WordRow(revision, seq, written.size(), word.at().map(Nanos::near), body));
    name(kind, word.id(), old.map(k -> Names.of(k.word())).orElse(Set.of()), Names.of(word));
    written.add(new Kept<>(word, revision, seq));
    lines.add(new EntryJson.Line(word.getClass(), word.id().value(), revision, body));
  }

  /** Removes a word if it is there. */
  void remove(Class<? extends Word> kind, Id id) throws SQLException {
    var old = now(kind, id);
    if (old.isPresent()) {
      draft.words.remove(new WordKey(Kinds.name(kind), id.value()));
      name(Kinds.name(kind), id, Names.of(old.get().word()), Set.of());
      removed.add(new Entry.Gone(kind, id));
    }
  }

  private Optional<WordRow> row(Class<? extends Word> kind, Id id) throws SQLException {
    return draft.words.get(new WordKey(Kinds.name(kind), id.value()), draft.statements);
  }

  private void name(String kind, Id id, Set<String> before, Set<String> after) {
    var gone = new HashSet<>(before);
    gone.removeAll(after);
    for (var about : gone) {
      draft.names.set(
          new NameKey(kind, about, id.value()), Optional.of(Nothing.MORE), Optional.empty());
    }
    for (var about : after) {
      if (!before.contains(about)) {
        draft.names.set(
            new NameKey(kind, about, id.value()), Optional.empty(), Optional.of(Nothing.MORE));
      }
    }
  }
}
