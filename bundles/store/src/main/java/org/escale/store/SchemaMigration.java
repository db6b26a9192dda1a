package org.escale.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.escale.store.sql.Schema;
import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.service.component.annotations.Component;

/** Migrates before the configured DataSource is published ({@code ops4j.preHook=escale-schema}). */
@Component(property = "name=escale-schema")
public final class SchemaMigration implements PreHook {
  @Override
  public void prepare(DataSource source) throws SQLException {
    Schema.migrate(source);
  }
}
