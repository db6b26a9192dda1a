package org.escale.spi.centre;

import java.time.Instant;
import java.util.List;
import org.escale.word.TimeSlot;

/** What is busy, and as of when. */
public record BusyPage(List<ForeignEntry> entries, Instant asOf) {
  /** Copies the entries. */
  public BusyPage {
    entries = List.copyOf(entries);
  }

  /** The entries in the way of {@code key} during {@code slot}: all but those of its booking. */
  public List<ForeignEntry> inTheWay(TimeSlot slot, Key key) {
    return entries.stream()
        .filter(entry -> entry.overlaps(slot) && entry.key().filter(key::sameBooking).isEmpty())
        .toList();
  }
}
