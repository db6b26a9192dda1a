package org.escale.word;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
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

  @Test
  public void whatBelongsToEither() {
    assertEquals(List.of(slot(0, 20)), slot(5, 20).joined(slot(0, 10)));
    assertEquals(List.of(slot(0, 20)), slot(0, 20).joined(slot(5, 10)));
    assertEquals(List.of(slot(0, 20)), slot(10, 20).joined(slot(0, 10)));
    assertEquals(List.of(slot(0, 10), slot(11, 20)), slot(11, 20).joined(slot(0, 10)));
  }

  @Test
  public void whatBelongsToOneAlone() {
    var day = slot(0, 100);
    assertEquals(List.of(day), day.without(List.of(slot(100, 110))));
    assertEquals(List.of(), day.without(List.of(slot(0, 60), slot(50, 100))));
    assertEquals(
        List.of(slot(0, 10), slot(20, 50), slot(60, 100)),
        day.without(List.of(slot(50, 60), slot(10, 20))));
  }

  private static TimeSlot slot(long from, long to) {
    return new TimeSlot(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
  }
}
