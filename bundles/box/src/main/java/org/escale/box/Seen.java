package org.escale.box;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that the box saw: a line of its spool.
 *
 * @param number its own; 0 before it has one
 * @param kind {@code START, ALIVE, STOP}, or {@code ADMIT}: the box let somebody in by itself
 * @param place of an {@code ADMIT}: {@code booking/} or {@code desk/} and an id; else empty
 * @param cents the most that it may come to
 * @param purses which pay
 * @param until when it is over at the latest
 */
record Seen(
    long number,
    String kind,
    String grant,
    Instant at,
    String place,
    long cents,
    List<String> purses,
    Instant until) {
  static final String ADMIT = "ADMIT";
  private static final String NAME = "[A-Za-z0-9._:#-]{1,96}";
  private static final Pattern LINE =
      Pattern.compile(
          ("(\\d{1,18}) (START|ALIVE|STOP|ADMIT) (%s) (\\S{20,30})"
                  + "(?: ((?:booking|desk)/%s) (\\d{1,12}) ([a-z0-9,-]{1,99}) (\\S{20,30}))?")
              .formatted(NAME, NAME));

  /** Of any kind but {@code ADMIT}. */
  static Seen of(String kind, String grant, Instant at) {
    return new Seen(0, kind, grant, at, "", 0, List.of(), at);
  }

  /** What a whole line says. */
  static Optional<Seen> read(String line) {
    var m = LINE.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    var seen = of(m.group(2), m.group(3), Instant.parse(m.group(4)));
    return Optional.of(
        m.group(5) == null
            ? seen.under(Long.parseLong(m.group(1)))
            : new Seen(
                Long.parseLong(m.group(1)),
                seen.kind,
                seen.grant,
                seen.at,
                m.group(5),
                Long.parseLong(m.group(6)),
                Admission.purses(m.group(7)),
                Instant.parse(m.group(8))));
  }

  /** The same under its number. */
  Seen under(long given) {
    return new Seen(given, kind, grant, at, place, cents, purses, until);
  }

  /** As a line. */
  String line() {
    var head = number + " " + kind + " " + grant + " " + at;
    var from = purses.isEmpty() ? "-" : String.join(",", purses);
    return place.isEmpty() ? head : head + " " + place + " " + cents + " " + from + " " + until;
  }

  /** As the hub reads it. */
  String json() {
    var more = place.isEmpty() ? "" : ",\"place\":\"" + place + "\"";
    return "{\"sequence\":%d,\"kind\":\"%s\",\"grant\":\"%s\",\"at\":\"%s\"%s}"
        .formatted(number, kind, grant, at, more);
  }

  /** Whether it let in who has that grant. */
  boolean admits(String other) {
    return kind.equals(ADMIT) && grant.equals(other);
  }

  /** Whether somebody left. */
  boolean ends() {
    return kind.equals("STOP");
  }

  /** Whether it gave away that place, and nobody left it since. */
  boolean holds(String other, Instant now, List<Seen> all) {
    return kind.equals(ADMIT) && place.equals(other) && now.isBefore(until) && present(all, grant);
  }

  /** Whether the last that was seen of that grant is no end. */
  static boolean present(List<Seen> all, String grant) {
    return last(all, grant).filter(last -> !last.ends()).isPresent();
  }

  /** The last that was seen of that grant. */
  static Optional<Seen> last(List<Seen> all, String grant) {
    return all.stream()
        .filter(event -> event.grant.equals(grant))
        .reduce((earlier, later) -> later);
  }
}
