package org.escale.libraries.boxfiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.escale.libraries.boxfiles.Programs.Ended;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Each file is read by the program that it is for, and a bad one is refused by it. */
public class RealProgramsTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private Path box;

  @Before
  public void aBoxWithItsCertificate() throws IOException {
    box = Boxes.written(temporary.getRoot().toPath(), BoxFiles.of(Boxes.usual()));
    var made =
        Programs.run(
            box.resolve("keys"),
            ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout box.key"
                    + " -out box.pem -days 2 -subj /CN=box-1")
                .split(" ", -1));
    assertTrue(made.said(), made.well());
    Files.copy(box.resolve("keys/box.pem"), box.resolve(BoxFiles.HUB));
    for (var kind : List.of("pem", "key")) {
      Files.copy(box.resolve("keys/box." + kind), box.resolve("keys/devices." + kind));
    }
  }

  @Test
  public void hostapdTakesBothKindsOfNetwork() throws IOException {
    for (var device : List.of("wlan0", "wlan1")) {
      var said = hostapd(device);
      assertTrue(said, said.contains(device + ": AP-ENABLED"));
      assertFalse(said, said.contains("Line "));
    }
  }

  @Test
  public void hostapdRefusesABadFile() throws IOException {
    spoil("hostapd/wlan0.conf", "dynamic_vlan=2", "dynamic_vlam=2");
    var said = hostapd("wlan0");
    assertTrue(said, said.contains("unknown configuration item 'dynamic_vlam'"));
  }

  @Test
  public void freeRadiusTakesItsFolder() throws IOException {
    var ended = freeRadius();
    assertTrue(ended.said(), ended.well());
    assertTrue(ended.said(), ended.said().contains("Configuration appears to be OK"));
  }

  @Test
  public void freeRadiusRefusesABadFile() throws IOException {
    spoil("freeradius/proxy.conf", "home_server = hub", "home_server = hup");
    assertEquals(1, freeRadius().code());
  }

  @Test
  public void radsecproxyTakesItsFile() throws IOException {
    var ended = Programs.run(box, "radsecproxy", "-p", "-f", "-c", "radsecproxy.conf");
    assertTrue(ended.said(), ended.well());
  }

  @Test
  public void radsecproxyRefusesABadFile() throws IOException {
    spoil("radsecproxy.conf", "tls hub\n", "tls hup\n");
    assertFalse(Programs.run(box, "radsecproxy", "-p", "-f", "-c", "radsecproxy.conf").well());
  }

  @Test
  public void dnsmasqTakesItsFile() throws IOException {
    var ended = Programs.run(box, "dnsmasq", "--test", "-C", "dnsmasq.conf");
    assertTrue(ended.said(), ended.well());
  }

  @Test
  public void dnsmasqRefusesABadFile() throws IOException {
    spoil("dnsmasq.conf", "enable-ra", "enable-rat");
    assertFalse(Programs.run(box, "dnsmasq", "--test", "-C", "dnsmasq.conf").well());
  }

  @Test
  public void nftTakesItsFile() throws IOException {
    var ended = Programs.run(box, "nft", "-c", "-f", "nftables.conf");
    assertTrue(ended.said(), ended.well());
  }

  @Test
  public void nftRefusesABadFile() throws IOException {
    spoil("nftables.conf", "policy drop", "policy dropp");
    assertFalse(Programs.run(box, "nft", "-c", "-f", "nftables.conf").well());
  }

  /**
   * Without radio hardware: the driver that does nothing, and a folder of its own for its socket.
   */
  private String hostapd(String device) throws IOException {
    spoil("hostapd/" + device + ".conf", "driver=nl80211", "driver=none");
    spoil("hostapd/" + device + ".conf", "/run/hostapd", temporary.newFolder().toString());
    var words = List.of("AP-ENABLED", "errors found", "AP-DISABLED");
    return Programs.until(box, words, "hostapd", "hostapd/" + device + ".conf");
  }

  private Ended freeRadius() throws IOException {
    return Programs.run(box, "freeradius", "-d", box.resolve("freeradius").toString(), "-XC");
  }

  private void spoil(String file, String good, String bad) throws IOException {
    var text = Files.readString(box.resolve(file));
    assertTrue("stands in " + file + ": " + good, text.contains(good));
    Files.writeString(box.resolve(file), text.replace(good, bad));
  }
}
