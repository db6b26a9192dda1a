package org.escale.store.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;
import org.escale.store.sql.Database;
import org.escale.store.sql.Nanos;
import org.escale.store.text.WordJson;

/** Effects that wait, in rows of their own. */
public final class DatabaseOutbox implements Outbox {
  private static final int LONGEST = 1000;

  private final Database database;
  private final WordJson json;

  /** Of that database. */
  public DatabaseOutbox(Database database, WordJson json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public List<Waiting> due(String kind, Instant now, int limit) {
    return database.read(
        statements ->
            statements.list(
                "select effect, kind, about, details, attempts from outbox where kind = ?"
                    + " and due_nanos <= ? order by seq, place fetch first "
                    + limit
                    + " rows only",
                row ->
                    new Waiting(
                        new Effect(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            json.texts(row.getString(4))),
                        row.getInt(5)),
                kind,
                Nanos.near(now)));
  }

  @Override
  public Optional<Instant> next() {
    return database.read(
        statements ->
            statements
                .list(
                    "select due_nanos from outbox order by due_nanos fetch first 1 rows only",
                    row -> Nanos.instant(row.getLong(1)))
                .stream()
                .findFirst());
  }

  @Override
  public void done(String key) {
    database.change(statements -> statements.run("delete from outbox where effect = ?", key));
  }

  @Override
  public void again(String key, Instant next, String why) {
    var shown = why.length() > LONGEST ? why.substring(0, LONGEST) : why;
    database.change(
        statements ->
            statements.run(
                "update outbox set attempts = attempts + 1, due_nanos = ?, why = ?"
                    + " where effect = ?",
                Nanos.near(next),
                shown,
                key));
  }
}
