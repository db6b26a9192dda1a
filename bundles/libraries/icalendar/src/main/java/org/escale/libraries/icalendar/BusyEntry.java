package org.escale.libraries.icalendar;

import java.util.List;
import org.escale.word.TimeSlot;

/**
 * What has one UID in a calendar.
 *
 * @param uid as the text says; made from its start where it says none
 * @param slots when it is busy within the window, whole and in order; empty if it is not
 * @param tentative whether all of these are only held
 */
public record BusyEntry(String uid, List<TimeSlot> slots, boolean tentative) {
  /** Copies the slots. */
  public BusyEntry {
    slots = List.copyOf(slots);
  }
}
