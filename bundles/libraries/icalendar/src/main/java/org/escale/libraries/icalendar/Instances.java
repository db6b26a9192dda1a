package org.escale.libraries.icalendar;

import biweekly.component.VFreeBusy;
import biweekly.parameter.FreeBusyType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.escale.word.TimeSlot;

/** Finds what overlaps a window. */
final class Instances {
  private final TimeSlot within;
  private final Budget budget;

  Instances(TimeSlot within, Budget budget) {
    this.within = within;
    this.budget = budget;
  }

  /** The busy times of an event, without the starts that another event stands for. */
  List<TimeSlot> of(Event event, Set<Instant> replaced) throws UnreadableCalendarException {
    var except = new HashSet<>(event.exceptStarts());
    except.addAll(replaced);
    for (var series : event.exceptSeries()) {
      walls(series, event).forEach(wall -> except.add(event.start().at(wall).instant()));
    }
    var exceptDays = event.exceptDays();
    var found = new ArrayList<TimeSlot>();
    for (var wall : starts(event)) {
      var start = event.start().at(wall);
      if (!exceptDays.contains(wall.toLocalDate())) {
        add(start.instant(), event.lengthOfEach().endOf(start), except, found);
      }
    }
    for (var more : event.moreSlots()) {
      add(more.from(), more.to(), except, found);
    }
    return found;
  }

  /** The busy times of a sheet that says nothing else. */
  List<TimeSlot> of(VFreeBusy sheet) throws UnreadableCalendarException {
    var zones = new Zones(new biweekly.io.TimezoneInfo(), ZoneOffset.UTC);
    var found = new ArrayList<TimeSlot>();
    for (var times : sheet.getFreeBusy()) {
      if (!FreeBusyType.FREE.equals(times.getType())) {
        for (var period : times.getValues()) {
          var slot = Periods.slot(period, times, zones);
          add(slot.from(), slot.to(), Set.of(), found);
        }
      }
    }
    return found;
  }

  private Set<LocalDateTime> starts(Event event) throws UnreadableCalendarException {
    var all = new TreeSet<LocalDateTime>();
    all.add(event.start().time());
    for (var series : event.series()) {
      all.addAll(walls(series, event));
    }
    return all;
  }

  private List<LocalDateTime> walls(Series series, Event event) throws UnreadableCalendarException {
    var length = event.lengthOfEach();
    var clock = event.start().clock().wallOf();
    // a day more on both sides, because a wall's clock can be put forward and back
    var from = clock.apply(within.from().minus(length.exact())).minusDays(length.days() + 1);
    var to = clock.apply(within.to()).plusDays(1);
    var all = new ArrayList<LocalDateTime>();
    series.walls(
        from,
        budget,
        wall -> {
          if (!wall.isBefore(from)) {
            all.add(wall);
          }
          return wall.isBefore(to);
        });
    return all;
  }

  private void add(Instant start, Instant end, Set<Instant> except, List<TimeSlot> found)
      throws UnreadableCalendarException {
    if (start.isBefore(end) && !except.contains(start)) {
      var slot = new TimeSlot(start, end);
      if (slot.overlaps(within)) {
        budget.slot();
        found.add(slot);
      }
    }
  }
}
