package org.escale.federation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.word.TimeSlot;

/**
 * When a centre is open, in the wall time of its zone; each day's instants are worked out from the
 * date, so that days of 23 and 25 hours come out right. A day without hours is closed; 00:00 as an
 * end means the end of the day.
 *
 * @param zone the centre's time zone
 * @param week hours by day of the week, in order and without overlap
 * @param closed dates on which it is closed all day
 */
public record OpeningHours(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Set<LocalDate> closed) {

  /** From (inclusive) to (exclusive), wall time; {@code to} 00:00 is the day's end. */
  public record Hours(LocalTime from, LocalTime to) {}

  /** Copies the collections. */
  public OpeningHours {
    week = Map.copyOf(week);
    closed = Set.copyOf(closed);
  }

  /** Open at any time, every day. */
  public static OpeningHours always(ZoneId zone) {
    var allDay = List.of(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    var week = new java.util.EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, allDay);
    }
    return new OpeningHours(zone, week, Set.of());
  }

  /** The opening times of that date as instants; empty when closed. */
  public List<TimeSlot> on(LocalDate date) {
    if (closed.contains(date)) {
      return List.of();
    }
    return week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
        .map(hours -> new TimeSlot(instant(date, hours.from()), end(date, hours.to())))
        .toList();
  }

  /** Whether it is open during all of {@code slot}; times that touch at midnight count as one. */
  public boolean covers(TimeSlot slot) {
    return openUntil(slot.from()).filter(end -> !end.isBefore(slot.to())).isPresent();
  }

  /**
   * Until when it stays open from {@code at} on without a break, looking 8 days ahead at most;
   * empty when closed at {@code at}.
   */
  public Optional<Instant> openUntil(Instant at) {
    Optional<Instant> until = Optional.empty();
    var first = at.atZone(zone).toLocalDate();
    for (var date = first; !date.isAfter(first.plusDays(8)); date = date.plusDays(1)) {
      for (var open : on(date)) {
        var reached = until.orElse(at);
        if (!open.from().isAfter(reached) && open.to().isAfter(reached)) {
          until = Optional.of(open.to());
        }
      }
      if (until.isPresent()
          && until.get().isBefore(instant(date.plusDays(1), LocalTime.MIDNIGHT))) {
        return until;
      }
      if (until.isEmpty() && date.isAfter(first)) {
        return until;
      }
    }
    return until;
  }

  private Instant end(LocalDate date, LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? instant(date.plusDays(1), to) : instant(date, to);
  }

  private Instant instant(LocalDate date, LocalTime time) {
    return ZonedDateTime.of(date, time, zone).truncatedTo(ChronoUnit.SECONDS).toInstant();
  }
}
