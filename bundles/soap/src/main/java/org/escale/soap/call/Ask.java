package org.escale.soap.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.escale.caller.Caller;
import org.escale.caller.Manner;
import org.escale.caller.RequestKey;
import org.escale.refusal.RefusalCode;
import org.escale.word.Id;
import org.escale.word.Query;
import org.escale.word.TimeSlot;

/**
 * One request: who asks, and the fields of the message. What is missing or wrong is refused by the
 * field's name, as at the REST door; fields that nobody asks for are ignored.
 */
public record Ask(Caller caller, Fields fields) {
  private static final int PAGE = 100;
  private static final int LONGEST_KEY = 128;

  /** A field, where it is there and not empty. */
  public Optional<String> text(String name) {
    return fields.one(name).filter(value -> !value.isEmpty());
  }

  /** A field that must be there, of at most {@code most} characters. */
  public String text(String name, int most) {
    var value = present(name, text(name));
    check(name, value.length() <= most);
    return value;
  }

  /** Several fields of one name. */
  public Set<String> several(String name) {
    return Set.copyOf(fields.several(name));
  }

  /** An id that must be there. */
  public <I extends Id> I id(String name, Function<String, I> make) {
    return read(name, present(name, text(name)), make);
  }

  /** An id, where it is there. */
  public <I extends Id> Optional<I> maybeId(String name, Function<String, I> make) {
    return text(name).map(value -> read(name, value, make));
  }

  /** The id of the thing asked for: what cannot be an id names nothing. */
  public <I extends Id> I named(String name, Function<String, I> make) {
    var value = present(name, text(name));
    if (!Id.SHAPE.matcher(value).matches()) {
      throw RefusedException.of(RefusalCode.NOT_FOUND);
    }
    return make.apply(value);
  }

  /** An instant with its offset, where it is there. */
  public Optional<Instant> instant(String name) {
    return value(name, text -> OffsetDateTime.parse(text).toInstant());
  }

  /** A duration such as {@code PT15M}, where it is there. */
  public Optional<Duration> duration(String name) {
    return value(name, Duration::parse);
  }

  /** Any value, where it is there. */
  public <T> Optional<T> value(String name, Function<String, T> how) {
    return text(name).map(text -> read(name, text, how));
  }

  /** Any value, which must be there. */
  public <T> T needed(String name, Function<String, T> how) {
    return present(name, value(name, how));
  }

  /** A whole number from {@code least} to {@code most}. */
  public int integer(String name, int otherwise, int least, int most) {
    int number = value(name, Integer::valueOf).orElse(otherwise);
    check(name, number >= least && number <= most);
    return number;
  }

  /** A decimal number within {@code most} on both sides of zero, which must be there. */
  public double decimal(String name, double most) {
    double number = needed(name, Double::valueOf);
    check(name, Math.abs(number) <= most);
    return number;
  }

  /** One of the names of an enumeration, where it is there. */
  public <E extends Enum<E>> Optional<E> one(String name, Class<E> of) {
    var found =
        text(name).map(t -> Arrays.stream(of.getEnumConstants()).filter(e -> e.name().equals(t)));
    return found.map(stream -> present(name, stream.findFirst()));
  }

  /** The time from {@code from} to {@code to}. */
  public TimeSlot slot() {
    var from = present("from", instant("from"));
    var to = present("to", instant("to"));
    if (!from.isBefore(to)) {
      throw RefusedException.of(RefusalCode.INVALID_SLOT);
    }
    return new TimeSlot(from, to);
  }

  /** The page that is asked for, with those filters that the request names. */
  public Query page(String... filters) {
    Map<String, String> where =
        Arrays.stream(filters)
            .filter(name -> text(name).isPresent())
            .collect(Collectors.toMap(name -> name, name -> text(name, 128)));
    long cursor = value("cursor", Long::valueOf).orElse(0L);
    check("cursor", cursor >= 0);
    return new Query(
        where, instant("from"), instant("to"), cursor, integer("limit", PAGE, 1, Query.MOST));
  }

  /** A request of that caller, under the key that it gives. */
  public static Ask of(Caller caller, Fields fields) {
    var plain = new Ask(caller, fields);
    return new Ask(caller.in(new Manner(caller.language(), plain.given())), fields);
  }

  private Optional<RequestKey> given() {
    return text("idempotencyKey")
        .map(
            key -> {
              check("idempotencyKey", key.length() <= LONGEST_KEY);
              return new RequestKey("soap." + fields.name(), key, fields.digest("idempotencyKey"));
            });
  }

  /** The fields inside each field of that name. */
  public List<Ask> children(String name) {
    return fields.children(name).stream().map(child -> new Ask(caller, child)).toList();
  }

  /** The value of a field that must be there. */
  public static <T> T present(String field, Optional<T> value) {
    return value.orElseThrow(() -> RefusedException.field(field));
  }

  /** Refuses the field unless. */
  public static void check(String field, boolean holds) {
    if (!holds) {
      throw RefusedException.field(field);
    }
  }

  private static <T> T read(String field, String value, Function<String, T> how) {
    try {
      return how.apply(value);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw RefusedException.field(field);
    }
  }
}
