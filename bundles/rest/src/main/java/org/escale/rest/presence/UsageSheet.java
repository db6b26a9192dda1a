package org.escale.rest.presence;

import java.util.List;
import org.escale.billing.UsageRecord;
import org.escale.rest.call.Csv;
import org.escale.rest.call.Sheets.Sheet;
import org.escale.word.Id;

/** Usage records as a table. */
final class UsageSheet {
  static final Sheet<UsageRecord> OUT =
      new Sheet<>(
          "usage-records",
          List.of(
              "id",
              "kind",
              "centreId",
              "spaceId",
              "visitId",
              "person",
              "company",
              "of",
              "quantity",
              "unit",
              "from",
              "to",
              "endedBy",
              "producer",
              "credits",
              "number",
              "hash"),
          UsageSheet::row);

  private UsageSheet() {}

  private static List<String> row(UsageRecord r) {
    return List.of(
        r.id().value(),
        r.kind().name(),
        r.centre().map(Id::value).orElse(""),
        r.space().map(Id::value).orElse(""),
        r.visit().map(Id::value).orElse(""),
        r.guest().person().value(),
        r.guest().company().value(),
        Csv.plain(r.of()),
        r.quantity().toPlainString(),
        r.unit(),
        r.slot().from().toString(),
        r.slot().to().toString(),
        r.closing().map(end -> end.by().name()).orElse(""),
        Csv.plain(r.producer()),
        r.credits().map(Id::value).orElse(""),
        String.valueOf(r.chain().number()),
        r.chain().hash());
  }
}
