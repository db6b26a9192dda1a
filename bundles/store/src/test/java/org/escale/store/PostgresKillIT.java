package org.escale.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.escale.store.sql.Schema;
import org.postgresql.ds.PGSimpleDataSource;

/** Killed while the server lives on. */
public final class PostgresKillIT extends Killing {
  private final PGSimpleDataSource source = (PGSimpleDataSource) SharedStores.newPostgres();

  /** On a database of its own. */
  public PostgresKillIT() throws SQLException {
    Schema.migrate(source);
  }

  @Override
  String url() {
    return source.getURL();
  }

  @Override
  DataSource source() {
    return source;
  }
}
