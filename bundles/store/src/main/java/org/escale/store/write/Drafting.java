package org.escale.store.write;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.store.sql.Nanos;
import org.escale.store.text.EntryJson;
import org.escale.store.text.WordJson;
import org.escale.store.write.Tables.EffectRow;
import org.escale.store.write.Tables.EntryRow;
import org.escale.word.Entry;

/** Drafts one change whole or not at all, with its answer, its effects and its journal entry. */
final class Drafting {

  /** What came of a change, and the entry it made. */
  record Drafted(CommitOutcome outcome, Optional<Entry> entry) {}

  private final Laws laws;
  private final Answers answers;
  private final WordJson json;
  private final EntryJson entries;
  private final Clock clock;

  Drafting(Laws laws, WordJson json, Clock clock) {
    this.laws = laws;
    this.answers = new Answers(json, clock);
    this.json = json;
    this.entries = new EntryJson(json);
    this.clock = clock;
  }

  /** Drafts a change as entry {@code seq}; a refused one leaves the draft as it was. */
  Drafted draft(Change change, Writing writing) throws SQLException {
    var draft = writing.draft;
    if (change.once().isPresent()) {
      var once = change.once().get();
      var said = answers.recall(once.producer(), once.request(), draft);
      if (said.isPresent()) {
        return new Drafted(said.get(), Optional.empty());
      }
    }
    int point = draft.undo.here();
    try {
      for (var write : change.writes()) {
        var refusal = laws.draft(write, writing);
        if (refusal.isPresent()) {
          draft.undo.backTo(point);
          return new Drafted(new CommitOutcome.Refused(refusal.get()), Optional.empty());
        }
      }
      return whole(change, writing, clock.instant());
    } catch (RuntimeException e) {
      draft.undo.backTo(point);
      throw e;
    }
  }

  private Drafted whole(Change change, Writing writing, Instant at) throws SQLException {
    change.once().ifPresent(once -> answers.keep(once, writing));
    effects(change, writing, Nanos.near(at));
    var body = entries.write(writing.lines, writing.removed);
    writing.draft.journal.set(
        writing.seq,
        Optional.empty(),
        Optional.of(new EntryRow(Nanos.near(at), change.by(), body)));
    var entry = new Entry(writing.seq, at, change.by(), writing.written, writing.removed);
    return new Drafted(
        new CommitOutcome.Committed(writing.seq, writing.written), Optional.of(entry));
  }

  private void effects(Change change, Writing writing, long at) throws SQLException {
    var effects = writing.draft.effects;
    int place = 0;
    for (var effect : change.effects()) {
      if (effects.get(effect.key(), writing.draft.statements).isEmpty()) {
        var details = json.write(effect.details());
        effects.put(
            effect.key(),
            new EffectRow(effect.kind(), effect.about(), details, writing.seq, place, at));
      }
      place++;
    }
  }
}
