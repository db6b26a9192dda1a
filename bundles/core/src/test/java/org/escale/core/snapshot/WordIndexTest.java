package org.escale.core.snapshot;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.escale.access.Device;
import org.escale.access.DeviceId;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.House;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.junit.After;
import org.junit.Test;

/** What a change costs does not grow with what is there: counted, not timed. */
public class WordIndexTest {
  private final House house = new House();
  private final AtomicLong looked = new AtomicLong();

  @After
  public void close() {
    house.close();
  }

  @Test
  public void eachWordIsLookedAtOnceHoweverManyThereAre() {
    for (int n = 0; n < 500; n++) {
      house.put(device(n, "person-" + n));
    }
    var index = index();
    assertEquals("what was there", 500, looked.get());
    house.put(device(500, "person-500"));
    assertEquals("one more", 501, looked.get());
    assertEquals(1, index.at("person-500").size());
    assertEquals(0, index.at("nobody").size());
    change(new Write.Put(device(7, "person-7").at(grant(9), gateway(), "h", Instant.MAX), 1));
    assertEquals("a change of a word that is known, and asking, cost nothing", 501, looked.get());
    assertEquals(grant(9), index.at("person-7").get(0).grant());
    change(new Write.Remove(Device.class, new DeviceId("d-7")));
    assertEquals(List.of(), index.at("person-7"));
    assertEquals(501, looked.get());
  }

  private WordIndex<Device, String> index() {
    return new WordIndex<>(
        house.snapshots,
        Device.class,
        device -> {
          looked.incrementAndGet();
          return Optional.of(device.person().value());
        });
  }

  private void change(Write write) {
    house.commits.commit(Change.of(write));
  }

  private static Device device(int n, String person) {
    return new Device(
        new DeviceId("d-" + n),
        new Pseudonym(person),
        "sealed",
        grant(n),
        gateway(),
        "handle",
        Instant.EPOCH);
  }

  private static GrantId grant(int n) {
    return new GrantId("g-" + n);
  }

  private static GatewayId gateway() {
    return new GatewayId("gw");
  }
}
