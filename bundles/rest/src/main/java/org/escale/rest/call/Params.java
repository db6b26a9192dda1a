package org.escale.rest.call;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.ws.rs.core.MultivaluedMap;
import org.escale.word.Id;
import org.escale.word.Query;

/** The query parameters of a request; one that is doubled where one is asked for is refused. */
public record Params(MultivaluedMap<String, String> all) {
  private static final int LIMIT = 100;
  private static final int LONGEST = 128;

  /** A parameter, where it is there. */
  public Optional<String> text(String name) {
    var values = all.getOrDefault(name, List.of());
    Need.check(name, values.size() <= 1 && values.stream().allMatch(v -> v.length() <= LONGEST));
    return values.stream().findFirst().filter(value -> !value.isEmpty());
  }

  /** An instant, where it is there. */
  public Optional<Instant> instant(String name) {
    return text(name).map(value -> Need.instant(name, value));
  }

  /** An id, where it is there. */
  public <I extends Id> Optional<I> id(String name, Function<String, I> make) {
    return text(name).map(value -> Need.read(name, value, make));
  }

  /** A whole number from {@code least} to {@code most}. */
  public int integer(String name, int otherwise, int least, int most) {
    int value = text(name).map(v -> Need.read(name, v, Integer::valueOf)).orElse(otherwise);
    Need.check(name, value >= least && value <= most);
    return value;
  }

  /** A decimal number, which must be there. */
  public double decimal(String name) {
    double value = Need.read(name, Need.present(name, text(name)), Double::valueOf);
    Need.check(name, Double.isFinite(value));
    return value;
  }

  /** Several values: given more than once, or parted by commas. */
  public Set<String> several(String name) {
    return all.getOrDefault(name, List.of()).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The page that is asked for, with that filter, of what was written after that place. */
  Query page(Map<String, String> where, long after) {
    return new Query(
        where,
        instant("from"),
        instant("to"),
        Math.max(sequence("cursor"), after),
        integer("limit", LIMIT, 1, Query.MOST));
  }

  /** A place in the sequence of changes, 0 where it is not there. */
  public long sequence(String name) {
    return text(name).map(value -> place(name, value)).orElse(0L);
  }

  /** A place in the sequence of changes. */
  public static long place(String name, String text) {
    long value = Need.read(name, text, Long::valueOf);
    Need.check(name, value >= 0);
    return value;
  }
}
