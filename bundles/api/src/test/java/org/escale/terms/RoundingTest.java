package org.escale.terms;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import org.junit.Test;

public class RoundingTest {
  @Test
  public void eachBegunStepCounts() {
    var quarter = new Rounding(Duration.ofMinutes(15));
    assertEquals(Duration.ZERO, quarter.up(Duration.ZERO));
    assertEquals(Duration.ofMinutes(15), quarter.up(Duration.ofSeconds(1)));
    assertEquals(Duration.ofMinutes(15), quarter.up(Duration.ofMinutes(15)));
    assertEquals(Duration.ofMinutes(30), quarter.up(Duration.ofMinutes(15).plusSeconds(1)));
  }

  @Test
  public void u2_aCreditRoundsToTheOpposite() {
    var quarter = new Rounding(Duration.ofMinutes(15));
    assertEquals(Duration.ofMinutes(-30), quarter.up(Duration.ofMinutes(-16)));
  }

  @Test
  public void r28_withoutAStepEverySecondIsItself() {
    assertEquals(Duration.ofSeconds(61), Rounding.EXACT.up(Duration.ofSeconds(61)));
  }
}
