package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.escale.libraries.boxfiles.DeviceNetwork;
import org.escale.libraries.boxfiles.DeviceNetwork.Login;
import org.escale.libraries.boxfiles.DeviceTunnel;
import org.escale.libraries.boxfiles.Segment;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** 802.1X at a box, by {@code eapol_test} and Debian's FreeRADIUS, with and without the hub. */
public class EapOnBoxTest {
  private static final String PHONE = "02:00:00:00:00:01";
  private static final String OTHER = "02:00:00:00:00:02";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private Path folder;
  private Plugged box;
  private OwnFreeRadius gear;
  private LocalRadius agent;

  @Before
  public void aBoxWhoseLineWasCutAnHourAgo() throws IOException {
    folder = temporary.newFolder().toPath();
    box = new Plugged(temporary.getRoot().toPath());
    var listed = new Listed(box.began);
    box.hub.entitle(
        listed.text(
            listed.grant("before", Plugged.KEY),
            listed.admit("line:ann", "ann", "p1", 1800, "booking/b-1")));
    assertTrue(box.agent().round());
    box.hub.close();
    box.home.write("radius-secret", OwnFreeRadius.SECRET);
    var keys = box.home.path("keys");
    gear =
        new OwnFreeRadius(temporary.newFolder().toPath(), keys, box.files(new Segment(101, true)));
    var clock = Clock.fixed(box.began.plus(Duration.ofHours(1)), ZoneOffset.UTC);
    agent = new LocalRadius(box.home, clock, gear.agent, new HubFirst(gear.hub), new Inside());
    var pem = box.home.read("keys/devices.pem").orElseThrow();
    var authority = pem.substring(pem.lastIndexOf("-----BEGIN"));
    Files.writeString(folder.resolve("authority.pem"), authority, UTF_8);
  }

  @After
  public void close() {
    agent.close();
    gear.close();
    box.close();
  }

  @Test
  public void withoutALineACodeAndAKeyComeInByTtlsPapWithOneDevice() throws IOException {
    var in = asks("TTLS", "PAP", "ann", PHONE);
    assertTrue(in, accepted(in));
    assertTrue("keys for the air: " + in, in.contains("MPPE keys OK: 1"));
    assertEquals(hex("101"), value(in, "Tunnel-Private-Group-Id"));
    assertEquals("300", value(in, "Session-Timeout"));
    assertEquals(hex("box.line:ann"), value(in, "Class"));
    assertTrue("asks again", accepted(asks("TTLS", "PAP", "ann", PHONE)));
    refused(asks("TTLS", "PAP", "ann", OTHER));
    refused(asks("TTLS", "PAP", "nobody", OTHER));
    assertTrue("was in before", accepted(asks("TTLS", "PAP", Plugged.KEY, OTHER)));
    refused(asks("PEAP", "MSCHAPV2", "ann", PHONE));
    assertEquals(1, new Spool(box.home).seen().size());
    agent.close();
    assertFalse("a dead agent", accepted(asks("TTLS", "PAP", "ann", PHONE)));
  }

  @Test
  public void theHubDecidesAboutWhatIsInsideWhileItAnswers() throws IOException {
    try (var hub = new HubAnswering(gear.hub)) {
      assertEquals(List.of(), hub.told);
      var in = asks("TTLS", "PAP", HubAnswering.KEY, PHONE);
      assertTrue(in, accepted(in));
      assertEquals(hex("777"), value(in, "Tunnel-Private-Group-Id"));
      refused(asks("TTLS", "PAP", "ann", PHONE));
    }
    assertTrue("the line is cut", accepted(asks("TTLS", "PAP", "ann", PHONE)));
  }

  @Test
  public void aDeviceTurnsAwayFromABoxOfAnotherAuthority() throws IOException {
    try (var other = new Plugged(temporary.newFolder().toPath())) {
      assertTrue(other.agent().round());
      var pem = other.home.read("keys/devices.pem").orElseThrow();
      var authority = pem.substring(pem.lastIndexOf("-----BEGIN"));
      Files.writeString(folder.resolve("authority.pem"), authority, UTF_8);
      assertFalse(accepted(asks("TTLS", "PAP", "ann", PHONE)));
      assertEquals("its key was not told", List.of(), new Spool(box.home).seen());
    }
  }

  @Test
  public void theFileThatAPersonIsHandedWorksAsItIsAndTrustsNoOtherName() throws IOException {
    var authority = Files.readString(folder.resolve("authority.pem"));
    var login = new Login("p-1", "ann", box.began.plus(Duration.ofHours(9)));
    var in = asks(handed("wifi.escale.internal", authority).supplicant(login), PHONE);
    assertTrue(in, accepted(in) && in.contains("MPPE keys OK: 1"));
    assertEquals(hex("box.line:ann"), value(in, "Class"));
    var other = asks(handed("wifi.escale.example", authority).supplicant(login), PHONE);
    assertFalse("to a box of another name", accepted(other));
  }

  private static DeviceNetwork handed(String server, String authority) {
    var tunnel = new DeviceTunnel("", server, authority);
    return new DeviceNetwork("Hall \u00e9", DeviceNetwork.Proof.NAME_AND_KEY, tunnel);
  }

  @Test
  public void aCertificateForAnotherKeyIsNotTaken() throws IOException {
    try (var other = new Plugged(temporary.newFolder().toPath())) {
      assertTrue(other.agent().round());
      var foreign = other.home.read("keys/devices.pem").orElseThrow();
      var own = new DeviceKey(new Home(box.home.path("keys")));
      var before = box.home.read("keys/devices.pem");
      assertThrows(IOException.class, () -> own.keep(foreign));
      assertEquals(before, box.home.read("keys/devices.pem"));
    }
  }

  /** A device that trusts one authority and one name, and hides its own. */
  private String asks(String method, String inside, String key, String device) throws IOException {
    var network =
        """
        network={
          key_mgmt=WPA-EAP
          eap=%s
          phase2="auth=%s"
          anonymous_identity="anonymous@escale.example"
          identity="somebody"
          password="%s"
          ca_cert="%s/authority.pem"
          domain_match="wifi.escale.internal"
        }
        """;
    return asks(network.formatted(method, inside, key, folder), device);
  }

  private String asks(String network, String device) throws IOException {
    var file = Files.writeString(folder.resolve("supplicant.conf"), network, UTF_8);
    var command =
        List.of(
            "eapol_test",
            "-c" + file,
            "-a127.0.0.1",
            "-p" + gear.access,
            "-s" + OwnFreeRadius.SECRET,
            "-M" + device,
            "-t20");
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private static boolean accepted(String said) {
    return said.endsWith("SUCCESS\n");
  }

  private static void refused(String said) {
    assertTrue(said, said.contains("code=3 (Access-Reject)") && !accepted(said));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  /** Of the last answer. */
  private static String value(String said, String name) {
    int at = said.indexOf("(" + name + ")", said.indexOf("code=2 (Access-Accept)"));
    int value = said.indexOf("Value: ", at) + "Value: ".length();
    return at < 0 ? "" : said.substring(value, said.indexOf('\n', value)).replace("'", "");
  }
}
