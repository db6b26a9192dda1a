package org.escale.word;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import org.junit.Test;

public class TimeSlotTest {
  @Test
  public void b1_slotsThatOnlyTouchDoNotOverlap() {
    assertFalse(slot(0, 10).overlaps(slot(10, 20)));
    assertTrue(slot(0, 11).overlaps(slot(10, 20)));
    assertTrue(slot(0, 30).overlaps(slot(10, 20)));
  }

  @Test
  public void itIsHalfOpen() {
    assertTrue(slot(5, 6).contains(Instant.ofEpochSecond(5)));
    assertFalse(slot(5, 6).contains(Instant.ofEpochSecond(6)));
  }

  @Test
  public void aSlotWithoutLengthOrBackwardsCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> slot(5, 5));
    assertThrows(IllegalArgumentException.class, () -> slot(6, 5));
  }

  @Test
  public void whatTwoSlotsShare() {
    assertEquals(slot(10, 11), slot(0, 11).common(slot(10, 20)).orElseThrow());
    assertTrue(slot(0, 10).common(slot(10, 20)).isEmpty());
  }

  private static TimeSlot slot(long from, long to) {
    return new TimeSlot(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
  }
}
