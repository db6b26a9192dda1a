package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.escale.libraries.boxfiles.DeviceNetwork;
import org.escale.libraries.boxfiles.DeviceNetwork.Login;
import org.escale.libraries.boxfiles.DeviceNetwork.Proof;
import org.escale.libraries.boxfiles.DeviceTunnel;
import org.escale.tck.machine.WifiCode;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * A device that was never at a box and has not even an address: from the scan to the first answer
 * of a server beyond, with and without the box's line. The clock begins with what the scan told the
 * device, when wpa_supplicant is started.
 */
public class ScanTest {
  private static final String SERVER = "wifi.escale.internal";
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private Path folder;
  private Plugged box;
  private OwnSegment segment;
  private OwnFreeRadius gear;
  private LocalRadius agent;

  @Before
  public void aBoxWhoseHubWasHeardAnHourAgo() throws IOException {
    folder = temporary.newFolder().toPath();
    box = new Plugged(temporary.getRoot().toPath());
    var listed = new Listed(box.began);
    box.hub.entitle(listed.text(listed.admit("line:ann", "ann", "p1", 1800, "booking/b-1")));
    assertTrue(box.agent().round());
    box.hub.close();
    box.home.write("radius-secret", OwnFreeRadius.SECRET);
    var keys = box.home.path("keys");
    gear = new OwnFreeRadius(temporary.newFolder().toPath(), keys, OwnSegment.files());
    var clock = Clock.fixed(box.began.plus(Duration.ofHours(1)), ZoneOffset.UTC);
    agent = new LocalRadius(box.home, clock, gear.agent, new HubFirst(gear.hub), new Inside());
    segment = new OwnSegment(folder);
    segment.start(gear.access);
  }

  @After
  public void close() throws IOException {
    segment.close();
    agent.close();
    gear.close();
    box.close();
  }

  @Test
  public void withALineOneScanIsAnsweredWithinFiveSeconds() throws IOException {
    try (var hub = new HubAnswering(gear.hub)) {
      var code = WifiCode.read(network().scan(login(HubAnswering.KEY)));
      scanned("with a line, code", code.wired(authority(), SERVER));
      assertEquals("of the hub's own", List.of(), hub.told);
      assertEquals(List.of(), new Spool(box.home).seen());
    }
  }

  @Test
  public void withoutALineOneScanOfTheDaysCodeIsAnsweredWithinFiveSeconds() throws IOException {
    var code = WifiCode.read(network().scan(login("ann")));
    silent("without a line, code", code.wired(authority(), SERVER));
  }

  @Test
  public void withoutALineTheFileOfTheDaysCodeIsAnsweredWithinFiveSeconds() throws IOException {
    silent("without a line, file", WifiCode.wired(network().supplicant(login("ann"))));
  }

  /** What is sent towards the hub is taken, and never answered. */
  private void silent(String what, String configuration) throws IOException {
    try (var line = new DatagramSocket(gear.hub, InetAddress.getLoopbackAddress())) {
      scanned(what, configuration);
      assertFalse(line.isClosed());
    }
    assertEquals("ADMIT", 1, new Spool(box.home).seen().size());
  }

  private String authority() throws IOException {
    var pem = box.home.read("keys/devices.pem").orElseThrow();
    var file = folder.resolve("authority.pem");
    return Files.writeString(file, pem.substring(pem.lastIndexOf("-----BEGIN")), UTF_8).toString();
  }

  private DeviceNetwork network() throws IOException {
    var tunnel = new DeviceTunnel("", SERVER, Files.readString(Path.of(authority())));
    return new DeviceNetwork(OwnSegment.SSID, Proof.NAME_AND_KEY, tunnel);
  }

  private Login login(String key) {
    return new Login("p-1", key, box.began.plus(Duration.ofHours(9)));
  }

  private void scanned(String what, String configuration) throws IOException {
    assertFalse("an address before the scan", segment.isAddressed("1"));
    assertFalse("it passes before the scan", segment.wires.reaches(segment.page));
    long scan = System.nanoTime();
    segment.scans(configuration);
    segment.await("let in", segment::isIn);
    var in = since(scan);
    assertTrue("no address", segment.isAddressed("10"));
    var addressed = since(scan);
    segment.await("a first answer", () -> segment.wires.answered(segment.page));
    var took = since(scan);
    System.out.printf(
        "802.1X on the box, %s: let in after %d ms, address after %d ms, first answer after %d ms%n",
        what, in.toMillis(), addressed.toMillis(), took.toMillis());
    assertTrue("after " + took, took.compareTo(LIMIT) <= 0);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
