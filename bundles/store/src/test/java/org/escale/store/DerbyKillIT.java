package org.escale.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.escale.store.sql.Schema;

/** Killed with its database inside. */
public final class DerbyKillIT extends Killing {
  private final Path folder;

  /** In a folder of its own; Derby lets one process in at a time. */
  public DerbyKillIT() throws IOException, SQLException {
    folder = Files.createTempDirectory("escale-kill").resolve("db");
    var first = source();
    first.setCreateDatabase("create");
    Schema.migrate(first);
    var last = source();
    last.setShutdownDatabase("shutdown");
    assertEquals("08006", assertThrows(SQLException.class, last::getConnection).getSQLState());
  }

  @Override
  String url() {
    return "derby:" + folder;
  }

  @Override
  EmbeddedDataSource source() {
    var derby = new EmbeddedDataSource();
    derby.setDatabaseName(folder.toString());
    return derby;
  }
}
