package org.escale.bench.load;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Write;
import org.escale.store.OpenStore;
import org.escale.store.sql.Database;
import org.escale.store.sql.ReadOnlyDerby;
import org.escale.store.sql.Schema;
import org.escale.word.Word;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Writes the reference load into the database of a stopped instance: {@code FOLDER NETWORK TIMES},
 * where {@code FOLDER} is its data folder or the JDBC address of its PostgreSQL.
 */
public final class WriteReferenceLoad {
  private static final int BATCH = 500;

  private WriteReferenceLoad() {}

  /** Writes it and says how much it was. */
  public static void main(String[] words) throws Exception {
    var source = words[0].startsWith("jdbc:") ? postgres(words[0]) : derby(words[0]);
    Schema.migrate(source);
    long start = System.nanoTime();
    int written;
    try (var store =
        new OpenStore(
            new Database(source, new ReadOnlyDerby(Optional.empty())), Clock.systemUTC())) {
      written = write(store.journal(), new ReferenceWorld(words[1], Integer.parseInt(words[2])));
    }
    System.out.printf("%d words written in %.1f s%n", written, (System.nanoTime() - start) / 1e9);
  }

  private static DataSource derby(String folder) {
    var derby = new EmbeddedDataSource();
    derby.setDatabaseName(Path.of(folder, "db").toString());
    derby.setCreateDatabase("create");
    derby.setUser("escale");
    derby.setPassword("escale");
    return derby;
  }

  private static DataSource postgres(String address) {
    var postgres = new PGSimpleDataSource();
    postgres.setUrl(address);
    return postgres;
  }

  private static int write(Journal journal, ReferenceWorld world) {
    var batch = new ArrayList<Write>();
    int written = 0;
    for (var each = world.words().iterator(); each.hasNext(); ) {
      Word word = each.next();
      batch.add(new Write.Put(word, 0));
      written++;
      if (batch.size() == BATCH || !each.hasNext()) {
        commit(journal, batch);
        batch.clear();
      }
    }
    return written;
  }

  private static void commit(Journal journal, List<Write> writes) {
    var outcome = journal.commit(new Change("reference", Optional.empty(), writes, List.of()));
    if (!(outcome instanceof CommitOutcome.Committed)) {
      throw new IllegalStateException(outcome.toString());
    }
  }
}
