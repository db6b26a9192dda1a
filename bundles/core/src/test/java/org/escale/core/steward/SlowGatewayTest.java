package org.escale.core.steward;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.escale.access.GatewayId;
import org.escale.access.InstalledGateway;
import org.escale.access.Session.State;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.ToyGateway;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayHost;
import org.junit.After;
import org.junit.Test;

/** A gateway that does not answer costs its own centre only (law E3). */
public class SlowGatewayTest {
  private final Hall hall = new Hall();
  private final ToyGateway other = new ToyGateway();
  private final CountDownLatch answers = new CountDownLatch(1);

  /** The same toy under another name. */
  private record Other(ToyGateway toy) implements GatewayDriver {
    @Override
    public String kind() {
      return "other";
    }

    @Override
    public Gateway open(GatewayConfig config, GatewayHost host) {
      return toy.open(config, host);
    }
  }

  @After
  public void close() {
    answers.countDown();
    hall.close();
  }

  @Test
  public void e3_theSessionsOfOtherCentresAreReadyMeanwhile() {
    hall.centre("y", 1);
    hall.gateways.addDriver(new Other(other));
    hall.house.put(
        new InstalledGateway(new GatewayId("g-y"), new CentreId("y"), "other", Map.of()));
    hall.steward.runDue();
    hall.gateway.answersAfter(answers);
    var slow = hall.walkIn("ann", "x");
    var quick = hall.walkIn("bob", "y");
    hall.steward.wake();
    Awaitility.await().until(() -> hall.session(quick).state() == State.READY);
    assertEquals(State.PENDING, hall.session(slow).state());
    answers.countDown();
    hall.steward.runDue();
    assertEquals(State.READY, hall.session(slow).state());
  }
}
