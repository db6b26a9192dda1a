package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import org.escale.spi.gateway.GatewayException;
import org.junit.Test;

/** Who is to be cut is found without looking at everybody, and is who everybody would be (GW3). */
public class OverdueTest {
  private static final int STEPS = 3_000;

  private final Bench bench = new Bench();
  private Crowd crowd;

  @Test
  public void gw3_whoeverIsOverIsFoundWhateverCameBefore() throws GatewayException {
    crowd = new Crowd(bench, bench.here("hostapd-8021x"), 4);
    var sessions = crowd.sessions;
    var book = crowd.here.book();
    int found = 0;
    for (int step = 0; step < STEPS; step++) {
      step(crowd.somebody(), step);
      var now = crowd.here.now();
      var over = sessions.all().stream().filter(s -> book.over(s.grant(), now)).toList();
      var expected = Crowd.names(over);
      var overdue = Crowd.names(sessions.overdue());
      assertEquals("step " + step, expected, overdue);
      found += overdue.isEmpty() ? 0 : 1;
    }
    assertEquals("most steps have somebody to cut, or none", true, found > STEPS / 10);
  }

  private void step(int who, int step) {
    var random = crowd.random;
    switch (random.nextInt(6)) {
      case 0, 1 -> crowd.news(Crowd.START, who, step);
      case 2 -> crowd.news(Crowd.STOP, who, step);
      case 3 -> crowd.learn(who, Duration.ofSeconds(random.nextInt(600)), false);
      case 4 -> crowd.learn(who, Duration.ofHours(2), random.nextInt(3) == 0);
      default -> {
        bench.pass(Duration.ofSeconds(random.nextInt(20)));
        if (random.nextInt(20) == 0) {
          crowd.here.book().forget(crowd.here.now(), crowd.sessions.grants());
        }
      }
    }
  }
}
