package org.escale.federation;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.junit.Test;

public class WallTimeTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  @Test
  public void e4_anOrdinaryTimeIsOneInstant() {
    assertEquals(Outcome.done(Instant.parse("2027-03-28T07:00:00Z")), at("2027-03-28T09:00"));
    assertEquals(Outcome.done(Instant.parse("2027-03-28T00:59:59Z")), at("2027-03-28T01:59:59"));
    assertEquals(Outcome.done(Instant.parse("2027-03-28T01:00:00Z")), at("2027-03-28T03:00"));
  }

  @Test
  public void e4_aTimeThatDoesNotExistIsRefusedWithBothNeighbours() {
    var refusal = refusal("2027-03-28T02:30");
    assertEquals(RefusalCode.WALL_TIME_MISSING, refusal.code());
    assertEquals("2027-03-28T01:59:59", refusal.details().get("before"));
    assertEquals("2027-03-28T03:00", refusal.details().get("after"));
  }

  @Test
  public void e4_aTimeThatExistsTwiceIsAskedFor() {
    var refusal = refusal("2027-10-31T02:30");
    assertEquals(RefusalCode.WALL_TIME_TWICE, refusal.code());
    assertEquals("2027-10-31T00:30:00Z", refusal.details().get("first"));
    assertEquals("2027-10-31T01:30:00Z", refusal.details().get("second"));
  }

  private static Outcome<Instant> at(String wall) {
    return WallTime.instant(LocalDateTime.parse(wall), BRUSSELS);
  }

  private static Refusal refusal(String wall) {
    return ((Outcome.Refused<Instant>) at(wall)).refusal();
  }
}
