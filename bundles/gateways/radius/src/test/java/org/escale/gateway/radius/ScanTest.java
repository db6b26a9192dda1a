package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.escale.libraries.boxfiles.DeviceNetwork;
import org.escale.libraries.boxfiles.DeviceNetwork.Login;
import org.escale.libraries.boxfiles.DeviceNetwork.Proof;
import org.escale.libraries.boxfiles.DeviceTunnel;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.tck.machine.WifiCode;
import org.junit.Rule;
import org.junit.Test;

/**
 * A device that was never there and reaches nothing: from the scan to the first answer of a server
 * beyond. The clock begins with what the scan told the device, when wpa_supplicant is started.
 */
public class ScanTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Rule public final WiredBench wired = new WiredBench();

  @Test
  public void oneScanIsAnsweredWithinFiveSeconds() throws IOException {
    var code = WifiCode.read(network().scan(login()));
    scanned("code", code.wired(wired.room + "/front.pem", WiredBench.SERVER));
  }

  @Test
  public void theFileIsAnsweredWithinFiveSeconds() throws IOException {
    scanned("file", WifiCode.wired(network().supplicant(login())));
  }

  private DeviceNetwork network() throws IOException {
    var authority = Files.readString(wired.room.resolve("front.pem"));
    var tunnel = new DeviceTunnel("escale.example", WiredBench.SERVER, authority);
    return new DeviceNetwork("Hall", Proof.NAME_AND_KEY, tunnel);
  }

  private Login login() {
    return new Login(wired.ann.person().value(), wired.ann.key(), wired.ann.until());
  }

  private void scanned(String what, String configuration) throws IOException {
    assertFalse("it passes before the scan", wired.wires.reaches(wired.page));
    assertEquals("it was there before", 0, wired.bench.hub.devices.size());
    long scan = System.nanoTime();
    wired.supplicant(configuration);
    wired.await("a first answer", () -> wired.wires.answered(wired.page));
    var took = Duration.ofNanos(System.nanoTime() - scan);
    System.out.printf(
        "802.1X through a front, %s: %d ms to the first answer%n", what, took.toMillis());
    assertTrue("after " + took, took.compareTo(LIMIT) <= 0);
    wired.await("start told", () -> wired.bench.hub.kinds().contains(Kind.START));
  }
}
