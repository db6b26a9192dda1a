package org.escale.store;

import java.sql.SQLException;
import java.time.Clock;
import org.escale.spi.store.Balances;
import org.escale.spi.store.Calendar;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.escale.store.read.DatabaseBalances;
import org.escale.store.read.DatabaseJournal;
import org.escale.store.read.DatabaseOutbox;
import org.escale.store.read.DatabaseWords;
import org.escale.store.read.MemoryCalendar;
import org.escale.store.sql.Database;
import org.escale.store.text.WordJson;
import org.escale.store.write.Answers;
import org.escale.store.write.Writer;

/** The store on a migrated database, from taking its lease to giving it back. */
public final class OpenStore implements AutoCloseable {
  private final Writer writer;
  private final Journal journal;
  private final Words words;
  private final Calendar calendar;
  private final Outbox outbox;
  private final Balances balances;

  /**
   * Takes the lease, reads the calendar and starts the writer.
   *
   * @throws SQLException if the database is away or another process writes to it
   */
  public OpenStore(Database database, Clock clock) throws SQLException {
    var json = new WordJson();
    this.writer = new Writer(database, json, clock);
    this.journal = new DatabaseJournal(database, writer, new Answers(json, clock), json);
    this.words = new DatabaseWords(database, json);
    this.calendar = new MemoryCalendar(writer.calendar());
    this.outbox = new DatabaseOutbox(database, json, writer::epoch);
    this.balances = new DatabaseBalances(database, json);
    writer.start();
  }

  /** The one sequence of changes. */
  public Journal journal() {
    return journal;
  }

  /** What is kept. */
  public Words words() {
    return words;
  }

  /** What is free. */
  public Calendar calendar() {
    return calendar;
  }

  /** Effects that wait. */
  public Outbox outbox() {
    return outbox;
  }

  /** Sums and heads. */
  public Balances balances() {
    return balances;
  }

  /** Writes what waits, at most 10 seconds long, and gives the lease back. */
  @Override
  public void close() {
    writer.close();
  }
}
