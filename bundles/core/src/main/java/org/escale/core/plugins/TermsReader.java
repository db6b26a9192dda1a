package org.escale.core.plugins;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.money.Money;
import org.escale.money.Rate;

/**
 * Reads texts into a rule's terms record: money as {@code 250.00 EUR}, a rate as the money for an
 * hour, durations and periods in ISO 8601, lists and sets separated by commas.
 */
final class TermsReader {
  /** A component that is missing, unknown or cannot be read; the message names it. */
  static final class UnreadableTerms extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private UnreadableTerms(String component, Throwable cause) {
      super(component, cause);
    }
  }

  private TermsReader() {}

  /**
   * The record with those values.
   *
   * @throws UnreadableTerms if a value does not fit its component
   */
  static <T extends Record> T read(Class<T> type, Map<String, String> values) {
    var components = type.getRecordComponents();
    var names = Arrays.stream(components).map(RecordComponent::getName).toList();
    values.keySet().stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new UnreadableTerms(unknown, null);
            });
    var arguments = Arrays.stream(components).map(c -> argument(c, values)).toArray();
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      throw new UnreadableTerms("terms", refused.getCause());
    } catch (ReflectiveOperationException unlike) {
      throw new IllegalStateException("a record without its constructor", unlike);
    }
  }

  /** What stands in a component of a record. */
  static Object value(Record terms, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(terms);
    } catch (ReflectiveOperationException unlike) {
      throw new IllegalStateException("a record without its accessor", unlike);
    }
  }

  private static Object argument(RecordComponent component, Map<String, String> values) {
    var text = values.get(component.getName());
    if (text == null) {
      throw new UnreadableTerms(component.getName(), null);
    }
    try {
      return many(component.getType(), component.getGenericType(), text);
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException wrong) {
      throw new UnreadableTerms(component.getName(), wrong);
    }
  }

  private static Object many(Class<?> type, Type generic, String text) {
    if (type != List.class && type != Set.class) {
      return one(type, text);
    }
    var element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
    var all = new ArrayList<Object>();
    if (!text.isEmpty()) {
      Arrays.stream(text.split(",", -1)).forEach(part -> all.add(one(element, part.strip())));
    }
    return type == List.class
        ? List.copyOf(all)
        : all.stream().collect(Collectors.toUnmodifiableSet());
  }

  private static Object one(Class<?> type, String text) {
    return switch (type.getSimpleName()) {
      case "String" -> text;
      case "int" -> Integer.parseInt(text);
      case "boolean" -> truth(text);
      case "BigDecimal" -> new BigDecimal(text);
      case "Duration" -> Duration.parse(text);
      case "Period" -> Period.parse(text);
      case "ZoneId" -> ZoneId.of(text);
      case "Money" -> money(text);
      case "Rate" -> new Rate(money(text));
      default -> throw new IllegalArgumentException("no terms are made of " + type.getName());
    };
  }

  private static boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("true or false");
    }
    return Boolean.parseBoolean(text);
  }

  private static Money money(String text) {
    var parts = text.split(" ", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("an amount and its currency");
    }
    return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
  }
}
