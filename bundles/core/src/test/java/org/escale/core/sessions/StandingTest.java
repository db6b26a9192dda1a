package org.escale.core.sessions;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.escale.access.GatewayId;
import org.escale.access.InstalledGateway;
import org.escale.core.fixture.Hall;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.junit.After;
import org.junit.Test;

/** What an operator sees of gateways, and what nobody sees. */
public class StandingTest {
  private static final GatewayId LOST = new GatewayId("lost");

  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void aGatewayThatIsNotOpenSaysWhy() {
    hall.house.put(new InstalledGateway(LOST, new CentreId("x"), "nobody-knows-it", Map.of()));
    hall.steward.runDue();
    assertEquals(List.of("true toy", "false no driver of that kind is here"), standing());
  }

  @Test
  public void itsSecretIsKeptEncrypted() {
    var directory = hall.house.directory();
    var settings = Map.of("secret", "between us", "radsec.secret", "too", "nas", "192.0.2.7");
    var row = new InstalledGateway(LOST, new CentreId("x"), "toy", settings);
    var kept = done(directory.save(hall.house.federation(), row, 0)).word();
    assertNotEquals("between us", kept.settings().get("secret"));
    assertNotEquals("too", kept.settings().get("radsec.secret"));
    assertEquals("192.0.2.7", kept.settings().get("nas"));
    var again = done(directory.save(hall.house.federation(), kept, 1)).word();
    assertEquals(kept, again);
    assertFalse(kept.toString().contains("192.0.2.7"));
  }

  @Test
  public void settingsThatCannotWorkAreRefusedInTheDriversWordsAndNothingIsKept() {
    hall.house.settings.addDriver(
        new GatewayDriver() {
          @Override
          public String kind() {
            return "toy";
          }

          @Override
          public void check(Map<String, String> settings) throws GatewayException {
            throw new GatewayException("nas is missing");
          }

          @Override
          public Gateway open(GatewayConfig config, GatewayHost host) {
            throw new IllegalStateException("never opened");
          }
        });
    int before = hall.house.all(InstalledGateway.class).size();
    var row = new InstalledGateway(LOST, new CentreId("x"), "toy", Map.of("secret", "between us"));
    var said = (Outcome.Refused<?>) hall.house.directory().save(hall.house.federation(), row, 0);
    assertEquals(RefusalCode.INVALID_FIELD, said.refusal().code());
    assertEquals("nas is missing", said.refusal().details().get("because"));
    assertEquals(before, hall.house.all(InstalledGateway.class).size());
  }

  private List<String> standing() {
    return hall.gateways.standing().stream()
        .map(g -> g.up() + " " + g.text())
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }
}
