package org.escale.directory.csv;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Company.Standing;
import org.escale.spi.directory.CompanyRecord;
import org.escale.spi.directory.ForeignId;

/** Makes companies of rows. */
final class Companies implements Sheet.Maker<CompanyRecord> {
  static final Set<String> NEEDED = Set.of("id", "name");

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 20;
  private static final String NUMBER = "enterprisenumber";
  private static final Map<String, Standing> STANDINGS =
      Map.of(
          "", Standing.GOOD,
          "good", Standing.GOOD,
          "warned", Standing.WARNED,
          "overdue", Standing.OVERDUE,
          "ceased", Standing.CEASED);

  @Override
  public void make(Row row, Sheet<CompanyRecord> sheet) {
    var said = row.text("standing").toLowerCase(Locale.ROOT);
    Optional.ofNullable(STANDINGS.get(said))
        .ifPresentOrElse(
            standing -> sheet.add(company(row, sheet, standing)),
            () -> sheet.unclear(row, "standing", "is not good, warned, overdue or ceased"));
  }

  private static CompanyRecord company(Row row, Sheet<CompanyRecord> sheet, Standing standing) {
    return new CompanyRecord(
        new ForeignId(row.text("id")),
        sheet.fact(row, "name", 1, LONGEST_NAME),
        sheet.fact(row, NUMBER, 0, LONGEST_NUMBER),
        sheet.language(row),
        standing);
  }
}
