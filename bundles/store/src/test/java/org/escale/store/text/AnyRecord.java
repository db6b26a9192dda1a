package org.escale.store.text;

import static org.escale.adapter.CentreEvent.Kind.CORRECTED;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.escale.adapter.CentreEvent;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.TransactionId;
import org.escale.federation.Position;
import org.escale.money.Money;
import org.escale.terms.RuleRef;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;

/** Makes a record of any class with something in every part, or nothing where that may be. */
final class AnyRecord {
  private static final Instant WHEN = Instant.parse("2027-03-28T00:59:59.123456789Z");

  private final int variant;

  /** Variant 0 fills everything, 1 leaves out what is optional, 2 empties what is many. */
  AnyRecord(int variant) {
    this.variant = variant;
  }

  <T> T make(Class<T> type) {
    return type.cast(value(type));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType many) {
      return container((Class<?>) many.getRawType(), many.getActualTypeArguments());
    }
    var raw = (Class<?>) type;
    if (raw.isEnum()) {
      return raw.getEnumConstants()[raw.getEnumConstants().length - 1];
    }
    if (raw == LedgerTransaction.class) {
      return new LedgerTransaction(
          new TransactionId("t"),
          WHEN,
          "about",
          List.of(new org.escale.billing.LedgerEntry("a", Money.ZERO)),
          Set.of(Reader.FEDERATION));
    }
    return simple(raw);
  }

  private Object container(Class<?> raw, Type[] of) {
    if (raw == Optional.class) {
      return variant == 1 ? Optional.empty() : Optional.of(value(of[0]));
    }
    if (raw == List.class) {
      return variant == 2 ? List.of() : List.of(value(of[0]));
    }
    if (raw == Set.class) {
      return variant == 2 ? Set.of() : Set.of(value(of[0]));
    }
    if (raw == SortedMap.class) {
      return new TreeMap<>(Map.of("a", "1"));
    }
    return variant == 2 ? Map.of() : Map.of(value(of[0]), value(of[1]));
  }

  private Object simple(Class<?> raw) {
    var known =
        Map.<Class<?>, Object>ofEntries(
            Map.entry(String.class, "a \"text\" \\ caf\u00e9 \u20ac\n"),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 1L << 60),
            Map.entry(boolean.class, variant == 0),
            Map.entry(double.class, 50.4108),
            Map.entry(BigDecimal.class, new BigDecimal("-3600.50")),
            Map.entry(Instant.class, WHEN),
            Map.entry(Duration.class, Duration.ofSeconds(5400, 5)),
            Map.entry(LocalDate.class, LocalDate.of(2027, 3, 28)),
            Map.entry(LocalTime.class, LocalTime.of(0, 0)),
            Map.entry(YearMonth.class, YearMonth.of(2027, 3)),
            Map.entry(ZoneId.class, ZoneId.of("Europe/Brussels")),
            Map.entry(Locale.class, Locale.FRENCH),
            Map.entry(Money.class, Money.euro("-250.05")),
            Map.entry(
                CentreEvent.class,
                new CentreEvent("e-2", "b-1", CORRECTED, WHEN, "e-1", new BigDecimal("2.5"))),
            Map.entry(RuleRef.class, new RuleRef("acme/billing/2")),
            Map.entry(Position.class, new Position(50.4, 4.4)),
            Map.entry(TimeSlot.class, new TimeSlot(WHEN, WHEN.plusNanos(1))));
    if (known.containsKey(raw)) {
      return known.get(raw);
    }
    return Id.class.isAssignableFrom(raw) ? made(raw, "a.B:c#1") : made(raw, parts(raw));
  }

  private Object[] parts(Class<?> raw) {
    return Arrays.stream(raw.getRecordComponents()).map(c -> value(c.getGenericType())).toArray();
  }

  private static Object made(Class<?> raw, Object... parts) {
    var types =
        Arrays.stream(raw.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return raw.getDeclaredConstructor(types).newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot make " + raw, e);
    }
  }
}
