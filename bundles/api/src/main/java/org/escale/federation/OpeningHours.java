package org.escale.federation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
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

  /** The opening times of that date as instants, in order; empty when closed. */
  public List<TimeSlot> on(LocalDate date) {
    if (closed.contains(date)) {
      return List.of();
    }
    return week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
        .map(hours -> slot(date, hours))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What of {@code slot} lies in opening times, in order; one part for each opening. */
  public List<TimeSlot> within(TimeSlot slot) {
    var first = slot.from().atZone(zone).toLocalDate();
    var last = slot.to().atZone(zone).toLocalDate();
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(date -> on(date).stream())
        .filter(slot::overlaps)
        .map(open -> new TimeSlot(later(open.from(), slot.from()), sooner(open.to(), slot.to())))
        .toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static Instant sooner(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Whether it is open during all of {@code slot}; times that touch count as one. */
  public boolean covers(TimeSlot slot) {
    return openUntil(slot.from()).filter(end -> !end.isBefore(slot.to())).isPresent();
  }

  /**
   * Until when it stays open from {@code at} on without a break, looking 8 days ahead at most;
   * empty when closed at {@code at}.
   */
  public Optional<Instant> openUntil(Instant at) {
    var reached = at;
    var first = at.atZone(zone).toLocalDate();
    for (int days = 0; days <= 8; days++) {
      for (var open : on(first.plusDays(days))) {
        reached = open.contains(reached) ? open.to() : reached;
      }
    }
    return reached.equals(at) ? Optional.empty() : Optional.of(reached);
  }

  private Optional<TimeSlot> slot(LocalDate date, Hours hours) {
    var endDate = hours.to().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
    var from = instant(date.atTime(hours.from()), 0);
    var to = instant(endDate.atTime(hours.to()), 1);
    return from.isBefore(to) ? Optional.of(new TimeSlot(from, to)) : Optional.empty();
  }

  /**
   * A wall time that is skipped is the moment of the change; of one that occurs twice, {@code
   * which} (0 or 1).
   */
  private Instant instant(LocalDateTime wall, int which) {
    var offsets = zone.getRules().getValidOffsets(wall);
    if (offsets.isEmpty()) {
      return zone.getRules().getTransition(wall).getInstant();
    }
    return wall.toInstant(offsets.get(Math.min(which, offsets.size() - 1)));
  }
}
