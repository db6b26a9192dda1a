package org.escale.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.escale.refusal.RefusalCode;
import org.escale.refusal.Texts;
import org.escale.rest.problem.Status;

/** The table of every refusal, as the documentation shows it. */
final class RefusalTable {
  static final String BEGIN = "<!-- refusals: written by a test -->\n";
  static final String END = "<!-- /refusals -->";

  private RefusalTable() {}

  static String text() {
    var rows = Arrays.stream(RefusalCode.values()).map(RefusalTable::row);
    return "| code | status | fr | nl | en |\n|---|---|---|---|---|\n"
        + rows.collect(Collectors.joining());
  }

  private static String row(RefusalCode code) {
    return String.format(
        "| `%s` | %d | %s | %s | %s |\n",
        code,
        Status.of(code),
        Texts.of(code, Locale.FRENCH),
        Texts.of(code, Locale.forLanguageTag("nl")),
        Texts.of(code, Locale.ENGLISH));
  }
}
