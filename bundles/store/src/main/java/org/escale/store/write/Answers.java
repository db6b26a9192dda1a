package org.escale.store.write;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.escale.caller.RequestKey;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Once;
import org.escale.store.sql.Nanos;
import org.escale.store.sql.Statements;
import org.escale.store.text.EntryJson;
import org.escale.store.text.Kinds;
import org.escale.store.text.WordJson;
import org.escale.store.write.Tables.Answer;
import org.escale.store.write.Tables.OnceKey;
import org.escale.store.write.Tables.WordKey;
import org.escale.store.write.Tables.WordRow;
import org.escale.word.Kept;

/**
 * What was answered to a command, which counts for 7 days (law B3). Of a word that is to be
 * forgotten only the name is kept: its repetition is answered with the word as it stands.
 */
public final class Answers {
  /** The life of a key. */
  public static final Duration LIFE = Duration.ofDays(7);

  private final WordJson json;
  private final Clock clock;

  /** With the JSON of words; {@code clock} ends the life of keys. */
  public Answers(WordJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /** What was answered before, as the database stands. */
  public Optional<CommitOutcome> recall(String producer, RequestKey request, Statements statements)
      throws SQLException {
    var draft = new Draft(statements);
    return recall(producer, request, draft);
  }

  /** What was answered before, as the draft stands. */
  Optional<CommitOutcome> recall(String producer, RequestKey request, Draft draft)
      throws SQLException {
    var answer = draft.answers.get(key(producer, request), draft.statements);
    if (answer.isEmpty() || isOver(answer.get())) {
      return Optional.empty();
    }
    if (!answer.get().digest().equals(request.digest())) {
      return Optional.of(new CommitOutcome.Refused(Refusal.of(RefusalCode.KEY_REUSED)));
    }
    return replayed(answer.get(), draft);
  }

  /** Keeps the answer of a change that was drafted. */
  void keep(Once once, Writing writing) {
    var found =
        writing.lines.stream()
            .filter(line -> line.kind() == once.kind() && line.id().equals(once.answer().value()))
            .reduce((first, last) -> last)
            .orElseThrow(() -> new IllegalArgumentException("the answer is a word it writes"));
    writing.draft.answers.put(
        key(once.producer(), once.request()),
        new Answer(
            once.request().digest(),
            Kinds.name(once.kind()),
            found.revision(),
            writing.seq,
            Nanos.near(clock.instant()),
            remembered(found)));
  }

  private Optional<CommitOutcome> replayed(Answer answer, Draft draft) throws SQLException {
    var kind =
        Kinds.of(answer.kind())
            .orElseThrow(() -> new IllegalStateException("unknown kind " + answer.kind()));
    if (!Kinds.forgets(kind)) {
      return Optional.of(
          new CommitOutcome.Replayed(
              new Kept<>(json.read(kind, answer.body()), answer.revision(), answer.seq())));
    }
    return draft
        .words
        .get(new WordKey(answer.kind(), answer.body()), draft.statements)
        .map((WordRow row) -> new Kept<>(json.read(kind, row.body()), row.revision(), row.seq()))
        .map(CommitOutcome.Replayed::new);
  }

  private static String remembered(EntryJson.Line line) {
    return Kinds.forgets(line.kind()) ? line.id() : line.body();
  }

  private boolean isOver(Answer answer) {
    return !clock.instant().isBefore(Nanos.instant(answer.at()).plus(LIFE));
  }

  private static OnceKey key(String producer, RequestKey request) {
    return new OnceKey(producer, request.operation(), request.key());
  }
}
