package org.escale.libraries.icalendar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.escale.word.TimeSlot;

/** The busy times of one UID, as they come together. */
final class Slots {
  private final List<TimeSlot> all = new ArrayList<>();
  private boolean firm;

  void add(Collection<TimeSlot> slots, boolean tentative) {
    all.addAll(slots);
    firm |= !tentative && !slots.isEmpty();
  }

  BusyEntry entry(String uid) {
    var order = Comparator.comparing(TimeSlot::from).thenComparing(TimeSlot::to);
    return new BusyEntry(
        uid, all.stream().distinct().sorted(order).toList(), !firm && !all.isEmpty());
  }
}
