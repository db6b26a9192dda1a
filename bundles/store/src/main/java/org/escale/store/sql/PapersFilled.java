package org.escale.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.store.text.WordJson;
import org.escale.word.Id;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Version 3.1 of the schema: what stands on the invoices and payouts of before is noted as billed,
 * and all else that was rated as open. What stands on a paper is inside the paper's text, which no
 * SQL reads.
 */
final class PapersFilled implements JavaMigration {
  private static final int AT_ONCE = 1000;
  private static final List<String> COLUMNS = List.of("kind", "id", "paper");
  private final WordJson json = new WordJson();

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("3.1");
  }

  @Override
  public String getDescription() {
    return "papers filled";
  }

  @Override
  public Integer getChecksum() {
    return 1; // what it does is never edited
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  /** Fills both tables. */
  @Override
  public void migrate(Context context) throws SQLException {
    var connection = context.getConnection();
    try (var statements = new Statements(connection, Dialect.of(connection))) {
      fill(statements);
    }
  }

  private void fill(Statements statements) throws SQLException {
    for (var body : bodies(statements, "Invoice")) {
      var invoice = json.read(Invoice.class, body);
      var charges = invoice.lines().stream().flatMap(line -> line.charges().stream());
      note(statements, "Charge", charges, invoice.id());
    }
    for (var body : bodies(statements, "Payout")) {
      var payout = json.read(Payout.class, body);
      note(statements, "PayoutLine", payout.records().stream(), payout.id());
    }
    statements.run(
        "insert into unbilled (kind, id, at_nanos) select kind, id, coalesce(at_nanos, 0) from word"
            + " where kind in ('Charge', 'PayoutLine') and not exists"
            + " (select 1 from billed where billed.kind = word.kind and billed.id = word.id)");
  }

  private static List<String> bodies(Statements statements, String kind) throws SQLException {
    return statements.list("select body from word where kind = ?", row -> row.getString(1), kind);
  }

  private static void note(Statements statements, String kind, Stream<? extends Id> items, Id paper)
      throws SQLException {
    var rows = new ArrayList<Object[]>();
    items.forEach(item -> rows.add(new Object[] {kind, item.value(), paper.value()}));
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      statements.insert(
          "billed", COLUMNS, rows.subList(from, Math.min(from + AT_ONCE, rows.size())));
    }
  }
}
