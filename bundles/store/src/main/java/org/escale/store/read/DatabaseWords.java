package org.escale.store.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.escale.caller.Sight;
import org.escale.spi.store.Words;
import org.escale.store.sql.Database;
import org.escale.store.text.Kinds;
import org.escale.store.text.WordJson;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;

/** Reads words from their rows. */
public final class DatabaseWords implements Words {
  private final Database database;
  private final WordJson json;

  /** From that database. */
  public DatabaseWords(Database database, WordJson json) {
    this.database = database;
    this.json = json;
  }

  /** A row as it lies there; read as a word only when the database is free for others again. */
  private record Found(String body, long revision, long seq, int place) {}

  @Override
  public <W extends Word> Optional<Kept<W>> get(Class<W> kind, Id id, Sight sight) {
    return database
        .read(
            statements ->
                statements.one(
                    "select body, revision, seq from word where kind = ? and id = ?",
                    row ->
                        new Kept<>(
                            json.read(kind, row.getString(1)), row.getLong(2), row.getLong(3)),
                    Kinds.name(kind),
                    id.value()))
        .filter(kept -> sight.sees(kept.word()));
  }

  @Override
  public <W extends Word> Page<W> find(Class<W> kind, Query query, Sight sight) {
    if (!sight.all() && sight.as().isEmpty()) {
      return new Page<>(List.of(), OptionalLong.empty());
    }
    var items = new ArrayList<Kept<W>>();
    long looked = query.after();
    while (true) {
      var sql = new WordQuery(Kinds.name(kind), query.after(looked), sight);
      var rows = rows(sql);
      for (var row : rows) {
        var word = json.read(kind, row.body());
        if (sql.wants(word)) {
          if (items.size() == query.limit()) {
            return new Page<>(items, OptionalLong.of(looked));
          }
          items.add(new Kept<>(word, row.revision(), row.seq()));
        }
        looked = Place.after(row.seq(), row.place());
      }
      if (rows.size() <= query.limit()) {
        return new Page<>(items, OptionalLong.empty());
      }
    }
  }

  private List<Found> rows(WordQuery sql) {
    return database.read(
        statements ->
            statements.list(
                sql.text(),
                row -> new Found(row.getString(1), row.getLong(2), row.getLong(3), row.getInt(4)),
                sql.values()));
  }
}
