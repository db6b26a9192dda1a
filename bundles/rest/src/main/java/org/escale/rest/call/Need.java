package org.escale.rest.call;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;
import org.escale.word.Id;

/** Reads what a field needs to be; what is missing or wrong is refused by the field's name. */
public final class Need {
  private static final BigDecimal MOST = new BigDecimal("1000000000");

  private Need() {}

  /** A field that must be there. */
  public static <T> T present(String field, Optional<T> value) {
    return value.orElseThrow(() -> RefusedException.field(field));
  }

  /** A text of 1 to {@code most} characters. */
  public static String text(String field, Optional<String> value, int most) {
    var text = present(field, value).strip();
    check(field, !text.isEmpty() && text.length() <= most);
    return text;
  }

  /** A text of at most {@code most} characters; empty where it is missing. */
  public static String optional(String field, Optional<String> value, int most) {
    var text = value.orElse("").strip();
    check(field, text.length() <= most);
    return text;
  }

  /** An id in a field. */
  public static <I extends Id> I id(
      String field, Optional<String> value, Function<String, I> make) {
    return read(field, present(field, value), make);
  }

  /** An id in the path: what cannot be an id names nothing. */
  public static <I extends Id> I path(String value, Function<String, I> make) {
    if (!Id.SHAPE.matcher(value).matches()) {
      throw RefusedException.of(RefusalCode.NOT_FOUND);
    }
    return make.apply(value);
  }

  /** An instant with its offset. */
  public static Instant instant(String field, String value) {
    return read(field, value, text -> OffsetDateTime.parse(text).toInstant());
  }

  /** A wall time without an offset. */
  public static LocalDateTime wallTime(String field, String value) {
    return read(field, value, LocalDateTime::parse);
  }

  /** A duration such as {@code PT15M}. */
  public static Duration duration(String field, String value) {
    return read(field, value, Duration::parse);
  }

  /** A month such as {@code 2027-03}. */
  public static YearMonth month(String field, Optional<String> value) {
    return read(field, present(field, value), YearMonth::parse);
  }

  /** One of the names of an enumeration. */
  public static <E extends Enum<E>> E one(String field, Class<E> of, String value) {
    return Arrays.stream(of.getEnumConstants())
        .filter(constant -> constant.name().equals(value))
        .findFirst()
        .orElseThrow(() -> RefusedException.field(field));
  }

  /** Money, at most a billion, in the currency's own decimals. */
  public static Money money(String field, Optional<MoneyView> value) {
    var money = present(field, value);
    var amount = read(field, present(field, money.amount()), BigDecimal::new);
    check(field, amount.abs().compareTo(MOST) <= 0 && amount.scale() <= 2 && amount.scale() >= 0);
    var currency = read(field, money.currency().orElse("EUR"), Currency::getInstance);
    return new Money(amount, currency);
  }

  /** Any value of a text. */
  public static <T> T read(String field, String value, Function<String, T> how) {
    try {
      return how.apply(value);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw RefusedException.field(field);
    }
  }

  /** Refuses the field unless. */
  public static void check(String field, boolean holds) {
    if (!holds) {
      throw RefusedException.field(field);
    }
  }
}
