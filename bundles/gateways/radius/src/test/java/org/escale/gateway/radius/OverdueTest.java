package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.escale.access.AccessGrant;
import org.escale.spi.gateway.GatewayException;
import org.junit.Test;

/** Who is to be cut is found without looking at everybody, and is who everybody would be (GW3). */
public class OverdueTest {
  private static final int START = 1;
  private static final int STOP = 2;
  private static final int PEOPLE = 12;
  private static final int STEPS = 3_000;

  private final Bench bench = new Bench();
  private final Random random = new Random(4);
  private Here here;
  private Sessions sessions;
  private AccessGrant[] grants;

  @Test
  public void gw3_whoeverIsOverIsFoundWhateverCameBefore() throws GatewayException {
    here = bench.here("hostapd-8021x");
    sessions = Bench.sessions(here);
    grants =
        IntStream.range(0, PEOPLE)
            .mapToObj(n -> bench.hub.lets("p" + n, Bench.EIGHT))
            .toArray(AccessGrant[]::new);
    int found = 0;
    for (int step = 0; step < STEPS; step++) {
      step(random.nextInt(PEOPLE), step);
      var expected =
          sessions.all().stream()
              .filter(session -> here.book().over(session.grant(), here.now()))
              .map(Tracked::session)
              .sorted()
              .toList();
      var overdue = sessions.overdue().stream().map(Tracked::session).sorted().toList();
      assertEquals("step " + step, expected, overdue);
      found += overdue.isEmpty() ? 0 : 1;
    }
    assertEquals("most steps have somebody to cut, or none", true, found > STEPS / 10);
  }

  private void step(int who, int step) {
    switch (random.nextInt(6)) {
      case 0, 1 -> news(START, who, step);
      case 2 -> news(STOP, who, step);
      case 3 -> learn(changed(who, Duration.ofSeconds(random.nextInt(600)), false));
      case 4 -> learn(changed(who, Duration.ofHours(2), random.nextInt(3) == 0));
      default -> {
        bench.pass(Duration.ofSeconds(random.nextInt(20)));
        if (random.nextInt(20) == 0) {
          here.book().forget(here.now(), sessions.grants());
        }
      }
    }
  }

  private void news(int kind, int who, int step) {
    var name = "s" + who + "-" + random.nextInt(2);
    var message =
        Bench.news(kind, name, "p" + who, step)
            .octets(org.escale.gateway.radius.wire.Type.CLASS, here.handles().of(grants[who].id()));
    List.copyOf(sessions.take(Bench.reading(here, message)));
  }

  private AccessGrant changed(int who, Duration left, boolean revoked) {
    var g = grants[who];
    grants[who] =
        new AccessGrant(
            g.id(),
            g.revision() + 1,
            g.visit(),
            g.person(),
            g.centre(),
            g.segment(),
            g.key(),
            g.from(),
            here.now().plus(left),
            revoked);
    return grants[who];
  }

  private void learn(AccessGrant grant) {
    here.book().learn(grant);
  }
}
