package org.escale.core.sessions;

import static org.escale.core.fixture.Answers.done;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.escale.access.GatewayId;
import org.escale.access.InstalledGateway;
import org.escale.core.directory.DirectoryDesk;
import org.escale.core.fixture.Hall;
import org.escale.core.plugins.Releases;
import org.escale.federation.CentreId;
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
    var directory =
        new DirectoryDesk(
            hall.house.commits,
            hall.house.snapshots,
            hall.house.rules,
            new Releases(hall.house.commits, hall.house.snapshots, hall.house.clock),
            hall.house.keeping,
            hall.house.clock);
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

  private List<String> standing() {
    return hall.gateways.standing().stream()
        .map(g -> g.up() + " " + g.text())
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }
}
