package org.escale.core.sessions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.access.Device;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.core.fixture.Hall;
import org.escale.presence.Visit;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayHost;
import org.junit.After;
import org.junit.Test;

/** A device is known again, and a key belongs to one. */
public class DeviceTest {
  private static final String LAPTOP = "02aabbccdd01";
  private static final String PHONE = "02aabbccdd02";

  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s1_aKeyBelongsToTheDeviceThatCameFirst() {
    var grant = grant(hall.walkIn("ann"));
    assertTrue(host().admit(grant, LAPTOP));
    assertFalse(host().admit(grant, PHONE));
    assertTrue(host().admit(grant, LAPTOP));
  }

  @Test
  public void s1_itStillDoesWhenEverythingInMemoryIsLost() throws IOException {
    var visit = hall.walkIn("ann");
    comesIn(visit, LAPTOP);
    var after = new Devices(new org.escale.core.fixture.ToyVault(), hall.house.snapshots);
    assertFalse(after.admit(grant(visit), PHONE));
    assertTrue(after.admit(grant(visit), LAPTOP));
  }

  @Test
  public void gw11_howASessionWasUsedIsRememberedUntilItIsOver() throws IOException {
    var visit = hall.walkIn("ann");
    comesIn(visit, LAPTOP);
    assertEquals(List.of("handle-1"), handles());
    hall.pass(Duration.ofMinutes(30));
    hall.leave("ann", visit);
    hall.steward.runDue();
    assertEquals(List.of(), handles());
  }

  @Test
  public void aDeviceIsKnownAgainAtTheNextVisit() throws IOException {
    var first = hall.walkIn("ann");
    comesIn(first, LAPTOP);
    hall.pass(Duration.ofMinutes(30));
    hall.leave("ann", first);
    hall.steward.runDue();
    assertEquals(Optional.empty(), behind(LAPTOP));
    var second = hall.walkIn("ann");
    assertEquals(Optional.of(grant(second)), behind(LAPTOP));
    comesIn(second, LAPTOP);
    assertEquals(1, hall.house.snapshots.now().all(Device.class).size());
  }

  @Test
  public void theLastSignOfLifeIsKnownAfterARestart() throws IOException {
    var visit = hall.walkIn("ann");
    assertEquals(Optional.empty(), host().lastSeen(grant(visit)));
    comesIn(visit, LAPTOP);
    var came = hall.house.clock.instant();
    assertEquals(Optional.of(came), host().lastSeen(grant(visit)));
    hall.pass(Duration.ofMinutes(5));
    var alive = hall.house.clock.instant();
    var event =
        new GatewayEvent(
            new GatewayId("g-x"), alive.toEpochMilli(), Kind.ALIVE, grant(visit), alive);
    host().report(List.of(event));
    hall.pass(Duration.ofMinutes(5));
    assertEquals(Optional.of(alive), host().lastSeen(grant(visit)));
    assertEquals(Optional.empty(), host().lastSeen(new GrantId("of-nobody")));
  }

  @Test
  public void e1_itsAddressStandsNowhereInClear() throws IOException {
    comesIn(hall.walkIn("ann"), LAPTOP);
    var device = hall.house.snapshots.now().all(Device.class).get(0);
    assertFalse(device.sealedAddress().equals(LAPTOP));
    assertTrue(device.readers().isEmpty());
  }

  @Test
  public void aPersonIsFoundByName() {
    var visit = hall.walkIn("ann");
    var person = visit.guest().person();
    assertEquals(Optional.of(grant(visit)), host().grant(Claim.person(person)).map(g -> g.id()));
    assertEquals(Optional.empty(), host().grant(Claim.person("nobody")));
  }

  private void comesIn(Visit visit, String device) throws IOException {
    hall.steward.runDue();
    var id = new GatewayId("g-x");
    var now = hall.house.clock.instant();
    var in = Optional.of(new Attachment(id, device, "handle-1"));
    var number = now.toEpochMilli();
    host().report(List.of(new GatewayEvent(id, number, Kind.START, grant(visit), now, in)));
  }

  private List<String> handles() {
    return host().attached().values().stream().map(Attachment::handle).toList();
  }

  private Optional<GrantId> behind(String device) {
    return host().grant(Claim.device(device)).map(g -> g.id());
  }

  private GrantId grant(Visit visit) {
    return hall.session(visit).id();
  }

  private GatewayHost host() {
    return hall.gateway.hub();
  }
}
