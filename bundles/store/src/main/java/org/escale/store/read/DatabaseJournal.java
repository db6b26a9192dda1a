package org.escale.store.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.escale.caller.RequestKey;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Journal;
import org.escale.store.sql.Database;
import org.escale.store.sql.Nanos;
import org.escale.store.sql.Statements;
import org.escale.store.text.EntryJson;
import org.escale.store.text.Kinds;
import org.escale.store.text.WordJson;
import org.escale.store.write.Answers;
import org.escale.store.write.Writer;
import org.escale.word.Entry;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.Word;

/** The journal: commits through the one writer, reads from its memory or the database. */
public final class DatabaseJournal implements Journal {
  private final Database database;
  private final Writer writer;
  private final Answers answers;
  private final EntryJson entries;
  private final WordJson json;

  /** Of that writer and its database. */
  public DatabaseJournal(Database database, Writer writer, Answers answers, WordJson json) {
    this.database = database;
    this.writer = writer;
    this.answers = answers;
    this.entries = new EntryJson(json);
    this.json = json;
  }

  private record Stored(long seq, long at, String by, String body) {}

  @Override
  public CommitOutcome commit(Change change) {
    return writer.commit(change);
  }

  @Override
  public Optional<CommitOutcome> recall(String producer, RequestKey request) {
    writer.settle(producer, request);
    return database.read(statements -> answers.recall(producer, request, statements));
  }

  @Override
  public List<Entry> since(long seq, int limit) {
    if (limit < 1 || limit > Query.MOST) {
      throw new IllegalArgumentException("limit is 1 to " + Query.MOST);
    }
    return writer.recent(seq, limit).orElseGet(() -> database.read(s -> stored(seq, limit, s)));
  }

  @Override
  public long before(Instant at) {
    long bound = Nanos.near(at);
    long least = 0;
    long most = writer.head();
    while (least < most) {
      long middle = least + (most - least + 1) / 2;
      if (committed(middle) < bound) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return least;
  }

  private long committed(long seq) {
    return database.read(
        statements ->
            statements
                .one("select at_nanos from journal where seq = ?", row -> row.getLong(1), seq)
                .orElseThrow(() -> new IllegalStateException("entry " + seq + " is not there")));
  }

  @Override
  public long head() {
    return writer.head();
  }

  @Override
  public boolean writable() {
    return writer.writable();
  }

  @Override
  public AutoCloseable follow(LongConsumer listener) {
    return writer.follow(listener);
  }

  private List<Entry> stored(long seq, int limit, Statements statements)
      throws java.sql.SQLException {
    var rows =
        statements.list(
            "select seq, at_nanos, by_whom, body from journal where seq > ? order by seq"
                + " fetch first "
                + limit
                + " rows only",
            row -> new Stored(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)),
            seq);
    var found = new ArrayList<Entry>(rows.size());
    for (var row : rows) {
      var parts = new Parts(row.seq());
      entries.read(row.body(), parts);
      for (var name : parts.named) {
        current(name.kind(), name.id(), statements).ifPresent(parts.written::add);
      }
      found.add(
          new Entry(row.seq(), Nanos.instant(row.at()), row.by(), parts.written, parts.removed));
    }
    return found;
  }

  private <W extends Word> Optional<Kept<W>> current(
      Class<W> kind, String id, Statements statements) throws java.sql.SQLException {
    return statements.one(
        "select body, revision, seq from word where kind = ? and id = ?",
        row -> new Kept<>(json.read(kind, row.getString(1)), row.getLong(2), row.getLong(3)),
        Kinds.name(kind),
        id);
  }

  /** Collects what one entry holds. */
  private static final class Parts implements EntryJson.Sink {
    private record Name(Class<? extends Word> kind, String id) {}

    private final long seq;
    private final List<Kept<? extends Word>> written = new ArrayList<>();
    private final List<Name> named = new ArrayList<>();
    private final List<Entry.Gone> removed = new ArrayList<>();

    Parts(long seq) {
      this.seq = seq;
    }

    @Override
    public void written(Word word, long revision) {
      written.add(new Kept<>(word, revision, seq));
    }

    @Override
    public void named(Class<? extends Word> kind, String id) {
      named.add(new Name(kind, id));
    }

    @Override
    public void removed(Class<? extends Word> kind, Id id) {
      removed.add(new Entry.Gone(kind, id));
    }
  }
}
