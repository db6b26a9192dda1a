package org.escale.core.plugins;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.escale.money.Rate;

/** Writes a terms record as texts, component by component; {@link TermsReader} reads them again. */
final class TermsWriter {
  private TermsWriter() {}

  /**
   * Component name and text.
   *
   * @throws IllegalArgumentException if a component cannot be written so that it reads the same
   */
  static SortedMap<String, String> write(Record terms) {
    var values = new TreeMap<String, String>();
    for (var component : terms.getClass().getRecordComponents()) {
      values.put(component.getName(), text(TermsReader.value(terms, component)));
    }
    if (!TermsReader.read(terms.getClass(), values).equals(terms)) {
      throw new IllegalArgumentException("terms that do not read as they were written");
    }
    return values;
  }

  private static String text(Object value) {
    if (value instanceof Collection<?> many) {
      return many.stream().map(TermsWriter::text).collect(Collectors.joining(","));
    }
    if (value instanceof java.math.BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Rate rate ? rate.perHour().toString() : value.toString();
  }
}
