package org.escale.tck.store;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.money.Money;

/**
 * The one text of a record that is hashed: members in the order of their names, no spaces, what is
 * empty left out; ids and other records of a single {@code value}, amounts, decimals, instants and
 * durations as strings.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The text of {@code record} without the member {@code omitted}. */
  public static String of(Record record, String omitted) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .filter(component -> !component.getName().equals(omitted))
        .filter(component -> !Optional.empty().equals(read(component, record)))
        .sorted(Comparator.comparing(RecordComponent::getName))
        .map(c -> quoted(c.getName()) + ":" + value(read(c, record)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Object value) {
    if (value instanceof Optional<?> optional) {
      return value(optional.orElseThrow());
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(CanonicalJson::value).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
      return value.toString();
    }
    if (value instanceof BigDecimal decimal) {
      return quoted(decimal.toPlainString());
    }
    if (!(value instanceof Record record) || value instanceof Money) {
      return quoted(value.toString());
    }
    var components = record.getClass().getRecordComponents();
    return components.length == 1 && components[0].getName().equals("value")
        ? quoted(read(components[0], record).toString())
        : of(record, "");
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot read " + component, e);
    }
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(CanonicalJson::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> c < ' ' ? String.format(Locale.ROOT, "\\u%04X", c) : Character.toString(c);
    };
  }
}
