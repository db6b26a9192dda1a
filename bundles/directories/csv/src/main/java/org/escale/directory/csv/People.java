package org.escale.directory.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.directory.PersonRecord;

/**
 * Makes people of rows.
 *
 * @param ofCompanies whether each says whose it is
 */
record People(boolean ofCompanies) implements Sheet.Maker<PersonRecord> {
  private static final String COMPANY = "company";
  private static final int LONGEST_ID = 512;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_GROUP = 100;
  private static final Set<String> YES = Set.of("", "yes", "true", "1", "oui", "ja");
  private static final Set<String> NO = Set.of("no", "false", "0", "non", "nee");

  /** The columns that have to stand there. */
  Set<String> needed() {
    return ofCompanies ? Set.of("id", "name", COMPANY) : Set.of("id", "name");
  }

  @Override
  public void make(Row row, Sheet<PersonRecord> sheet) {
    var active = row.text("active").toLowerCase(Locale.ROOT);
    var company = row.text(COMPANY);
    if (NO.contains(active)) {
      sheet.add(person(row, Optional.empty(), false));
    } else if (!YES.contains(active)) {
      sheet.unclear(row, "active", "is not yes or no");
    } else if (ofCompanies && (company.isEmpty() || company.length() > LONGEST_ID)) {
      sheet.unclear(row, COMPANY, "is missing, or longer than " + LONGEST_ID + " characters");
    } else {
      check(row, sheet);
      sheet.add(
          person(row, Optional.of(company).filter(id -> ofCompanies).map(ForeignId::new), true));
    }
  }

  private static void check(Row row, Sheet<PersonRecord> sheet) {
    sheet.fact(row, "name", 1, LONGEST_NAME);
    sheet.fact(row, "group", 0, LONGEST_GROUP);
    var address = sheet.fact(row, "email", 0, LONGEST_ADDRESS);
    if (!address.isEmpty() && !address.contains("@")) {
      sheet.odd(row, "email", "is no address");
    }
    sheet.language(row);
  }

  private static PersonRecord person(Row row, Optional<ForeignId> company, boolean active) {
    var language = row.text("language").toLowerCase(Locale.ROOT);
    return new PersonRecord(
        new ForeignId(row.text("id")),
        company,
        row.text("name"),
        row.text("email"),
        row.text("group"),
        language.isEmpty() ? "en" : language,
        active);
  }
}
