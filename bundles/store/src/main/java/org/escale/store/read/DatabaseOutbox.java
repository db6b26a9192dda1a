package org.escale.store.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;
import org.escale.store.sql.Database;
import org.escale.store.sql.Nanos;
import org.escale.store.text.WordJson;

/**
 * Effects that wait, in rows of their own. They are given to the process that holds the lease, and
 * changed by it alone: one that lost it, and may not know yet, tells nobody anything and takes
 * nothing from its successor.
 */
public final class DatabaseOutbox implements Outbox {
  private static final int LONGEST = 1000;
  private static final long ASIDE = Long.MAX_VALUE;

  private static final String OURS = " and exists (select 1 from lease where id = 1 and epoch = ?)";

  private final Database database;
  private final WordJson json;
  private final LongSupplier epoch;

  /** Of that database, under the lease of that number. */
  public DatabaseOutbox(Database database, WordJson json, LongSupplier epoch) {
    this.database = database;
    this.json = json;
    this.epoch = epoch;
  }

  @Override
  public List<Waiting> due(String kind, Instant now, int limit) {
    return database.read(
        statements ->
            statements.list(
                "select effect, kind, about, details, attempts from outbox where kind = ?"
                    + " and due_nanos <= ?"
                    + OURS
                    + " order by seq, place fetch first "
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
                Nanos.near(now),
                epoch.getAsLong()));
  }

  @Override
  public List<Message> messages(String kind, int limit) {
    return database.read(
        statements ->
            statements.list(
                "select o.effect, o.kind, o.about, o.details, o.attempts, j.at_nanos, o.due_nanos,"
                    + " o.why from outbox o join journal j on j.seq = o.seq where o.kind = ?"
                    + " order by o.seq, o.place fetch first "
                    + limit
                    + " rows only",
                this::message,
                kind));
  }

  private Message message(ResultSet row) throws SQLException {
    var due = row.getLong(7);
    return new Message(
        new Effect(
            row.getString(1), row.getString(2), row.getString(3), json.texts(row.getString(4))),
        row.getInt(5),
        Nanos.instant(row.getLong(6)),
        due == ASIDE ? Optional.empty() : Optional.of(Nanos.instant(due)),
        row.getString(8));
  }

  @Override
  public void aside(String key, String why) {
    database.change(
        statements ->
            statements.run(
                "update outbox set attempts = attempts + 1, due_nanos = ?, why = ?"
                    + " where effect = ?"
                    + OURS,
                ASIDE,
                shown(why),
                key,
                epoch.getAsLong()));
  }

  @Override
  public void replay(String key, Instant now) {
    database.change(
        statements ->
            statements.run(
                "update outbox set attempts = 0, due_nanos = ?, why = ? where effect = ?" + OURS,
                Nanos.near(now),
                "",
                key,
                epoch.getAsLong()));
  }

  private static String shown(String why) {
    return why.length() > LONGEST ? why.substring(0, LONGEST) : why;
  }

  @Override
  public Optional<Instant> next() {
    return database.read(
        statements ->
            statements
                .list(
                    "select due_nanos from outbox where due_nanos < ?"
                        + " order by due_nanos fetch first 1 rows only",
                    row -> Nanos.instant(row.getLong(1)),
                    ASIDE)
                .stream()
                .findFirst());
  }

  @Override
  public void done(String key) {
    database.change(
        statements ->
            statements.run("delete from outbox where effect = ?" + OURS, key, epoch.getAsLong()));
  }

  @Override
  public void again(String key, Instant next, String why) {
    database.change(
        statements ->
            statements.run(
                "update outbox set attempts = attempts + 1, due_nanos = ?, why = ?"
                    + " where effect = ?"
                    + OURS,
                Nanos.near(next),
                shown(why),
                key,
                epoch.getAsLong()));
  }
}
