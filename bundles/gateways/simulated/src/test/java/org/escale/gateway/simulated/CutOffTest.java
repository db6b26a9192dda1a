package org.escale.gateway.simulated;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.escale.tck.HandClock;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A simulated gateway plays each late, doubled and reordered event (law S6). */
public class CutOffTest {
  private final HandClock clock = new HandClock(Instant.parse("2027-03-01T08:00:00Z"));
  private final List<GatewayEvent> told = new CopyOnWriteArrayList<>();
  private SimulatedGateway gateway;

  @Before
  public void open() throws GatewayException {
    var config = new GatewayConfig(new GatewayId("g"), new CentreId("here"), Map.of());
    gateway = (SimulatedGateway) new SimulatedDriver(clock).open(config, new Hub());
    gateway.apply(grant(1, false));
  }

  @After
  public void close() {
    gateway.close();
  }

  @Test
  public void s5_cutOffItGoesOnAndTellsAfterwards() {
    assertFalse(gateway.linked(false));
    assertEquals(GatewayAnswer.UNREACHABLE, gateway.apply(grant(2, true)));
    assertFalse(gateway.health().up());
    assertTrue("it knows the key", gateway.associate("key"));
    clock.advance(Duration.ofMinutes(30));
    gateway.leave("key", false);
    clock.advance(Duration.ofHours(3));
    assertEquals(List.of(), told);
    gateway.linked(true);
    gateway.beat();
    assertEquals(List.of(Kind.START, Kind.STOP), kinds());
    assertEquals(Instant.parse("2027-03-01T08:30:00Z"), told.get(1).at());
  }

  @Test
  public void s6_itTellsAgainInAnotherOrder() {
    gateway.associate("key");
    gateway.leave("key", false);
    gateway.beat();
    assertEquals(2, gateway.tellAgain());
    assertEquals(List.of(Kind.START, Kind.STOP, Kind.STOP, Kind.START), kinds());
    assertEquals(told.get(1), told.get(2));
  }

  @Test
  public void s6_itPlaysAStopWithoutAStart() {
    assertTrue(gateway.slipIn("key"));
    gateway.leave("key", false);
    gateway.beat();
    assertEquals(List.of(Kind.STOP), kinds());
  }

  private List<Kind> kinds() {
    return told.stream().map(GatewayEvent::kind).toList();
  }

  private AccessGrant grant(long revision, boolean revoked) {
    return new AccessGrant(
        new GrantId("grant"),
        revision,
        new VisitId("v"),
        new Pseudonym("p"),
        new CentreId("here"),
        7,
        "key",
        clock.instant(),
        clock.instant().plus(Duration.ofHours(8)),
        revoked);
  }

  private final class Hub implements GatewayHost {
    @Override
    public Optional<AccessGrant> grant(Claim presented) {
      return Optional.empty();
    }

    @Override
    public boolean admit(GrantId grant, String device) {
      return true;
    }

    @Override
    public Map<GrantId, Attachment> attached() {
      return Map.of();
    }

    @Override
    public void report(List<GatewayEvent> events) {
      told.addAll(events);
    }
  }
}
