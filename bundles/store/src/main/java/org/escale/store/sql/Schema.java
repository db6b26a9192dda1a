package org.escale.store.sql;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the schema of this version, from empty or from any version before. */
public final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private Schema() {}

  /**
   * Migrates; does nothing where nothing is to be done.
   *
   * @throws SQLException if the database cannot be reached; a migration that fails is an unchecked
   *     exception that names it
   */
  public static void migrate(DataSource source) throws SQLException {
    Dialect dialect;
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      dialect = Dialect.of(connection);
      for (var sql : dialect.preparations()) {
        statement.execute(sql);
      }
    }
    var result =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations(dialect.migrations())
            .placeholders(dialect.placeholders())
            .javaMigrations(new PapersFilled())
            .load()
            .migrate();
    LOG.info("schema is up to date, {} migrations run", result.migrationsExecuted);
  }
}
