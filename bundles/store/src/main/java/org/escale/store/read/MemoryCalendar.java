package org.escale.store.read;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.escale.booking.BookingId;
import org.escale.federation.SpaceId;
import org.escale.spi.store.Calendar;
import org.escale.store.write.LineCalendar;
import org.escale.word.TimeSlot;

/** Answers from the memory that a commit checks (law B7); needs no database. */
public final class MemoryCalendar implements Calendar {
  private final LineCalendar lines;

  /** Of that memory. */
  public MemoryCalendar(LineCalendar lines) {
    this.lines = lines;
  }

  @Override
  public Set<SpaceId> free(Collection<SpaceId> among, TimeSlot slot) {
    return lines.free(among, slot);
  }

  @Override
  public List<TimeSlot> foreign(SpaceId line, TimeSlot slot) {
    return lines.foreign(line, slot);
  }

  @Override
  public List<BookingId> bookings(SpaceId line, TimeSlot slot) {
    return lines.bookings(line, slot);
  }

  @Override
  public List<TimeSlot> busy(SpaceId line, TimeSlot slot) {
    return lines.busy(line, slot);
  }
}
