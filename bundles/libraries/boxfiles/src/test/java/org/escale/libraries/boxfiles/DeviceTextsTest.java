package org.escale.libraries.boxfiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.escale.libraries.boxfiles.DeviceNetwork.Login;
import org.escale.libraries.boxfiles.DeviceNetwork.Proof;
import org.escale.tck.machine.WifiCode;
import org.junit.Test;

/** What a person's device is told, read as its own programs do. */
public final class DeviceTextsTest {
  private static final String SERVER = "wifi.escale.internal";
  private static final String SSID = "Caf\u00e9 <\"1;2\\3\"> & co";
  private static final Login LOGIN =
      new Login("p-1", "abcde:f,g;h\\<&>", Instant.parse("2027-03-01T16:00:00.5Z"));

  private final DeviceTunnel tunnel = new DeviceTunnel("escale.example", SERVER, Authority.PEM);
  private final DeviceNetwork network = new DeviceNetwork(SSID, Proof.NAME_AND_KEY, tunnel);

  @Test
  public void aPhoneReadsEachFieldOfTheCodeAsItWas() {
    var read = WifiCode.read(network.scan(LOGIN));
    var expected =
        Map.of(
            "T", "WPA2-EAP",
            "S", SSID,
            "E", "TTLS",
            "PH2", "PAP",
            "A", "anonymous@escale.example",
            "I", LOGIN.identity(),
            "P", LOGIN.key());
    assertEquals(expected, read.fields());
    var key = new DeviceNetwork("beef", Proof.PERSONAL_KEY, tunnel).scan(LOGIN);
    assertEquals("WIFI:T:WPA;S:\"beef\";P:abcde\\:f\\,g\\;h\\\\<&>;;", key);
    var open = new DeviceNetwork("Hall", Proof.PORTAL, tunnel).scan(LOGIN);
    assertEquals("no key in the air", "WIFI:T:nopass;S:Hall;;", open);
  }

  @Test
  public void applesProfileIsAPlistWhoseNetworkTrustsItsOwnAuthorityAlone() throws Exception {
    var profile = new Plist(network.apple(LOGIN)).dict();
    assertEquals("Configuration", profile.get("PayloadType"));
    assertEquals("2027-03-01T16:00:00Z", profile.get("RemovalDate"));
    var payloads = (List<?>) profile.get("PayloadContent");
    var trusted = (Map<?, ?>) payloads.get(0);
    var wifi = (Map<?, ?>) payloads.get(1);
    assertEquals("com.apple.security.root", trusted.get("PayloadType"));
    assertEquals(Authority.BASE64, trusted.get("PayloadContent"));
    assertEquals("com.apple.wifi.managed", wifi.get("PayloadType"));
    assertEquals(SSID, wifi.get("SSID_STR"));
    assertEquals("WPA2", wifi.get("EncryptionType"));
    var eap = (Map<?, ?>) wifi.get("EAPClientConfiguration");
    assertEquals(List.of("21"), eap.get("AcceptEAPTypes"));
    assertEquals("PAP", eap.get("TTLSInnerAuthentication"));
    assertEquals("anonymous@escale.example", eap.get("OuterIdentity"));
    assertEquals(LOGIN.identity(), eap.get("UserName"));
    assertEquals(LOGIN.key(), eap.get("UserPassword"));
    assertEquals(List.of(SERVER), eap.get("TLSTrustedServerNames"));
    assertEquals(List.of(trusted.get("PayloadUUID")), eap.get("PayloadCertificateAnchorUUID"));
    var uuids = List.of(profile, trusted, wifi).stream().map(one -> one.get("PayloadUUID"));
    assertEquals("each its own", 3, uuids.distinct().count());
    var next = new Login(LOGIN.identity(), "another", LOGIN.until().plusSeconds(86_400));
    assertEquals(
        "takes its place",
        profile.get("PayloadIdentifier"),
        new Plist(network.apple(next)).dict().get("PayloadIdentifier"));
  }

  @Test
  public void metadataOfEapSayTheSame() throws Exception {
    var text = new EapText(network.eapConfig(LOGIN));
    assertEquals("21", text.of("EAPMethod/Type"));
    assertEquals("1", text.of("NonEAPAuthMethod/Type"));
    assertEquals(SERVER, text.of("ServerSideCredential/ServerID"));
    assertEquals(Authority.BASE64, text.of("ServerSideCredential/CA"));
    assertEquals("anonymous@escale.example", text.of("ClientSideCredential/OuterIdentity"));
    assertEquals(LOGIN.identity(), text.of("ClientSideCredential/UserName"));
    assertEquals(LOGIN.key(), text.of("ClientSideCredential/Password"));
    assertEquals(SSID, text.of("IEEE80211/SSID"));
    assertEquals("2027-03-01T16:00:00Z", text.of("EAPIdentityProvider/ValidUntil"));
  }

  @Test
  public void whatCannotStandInThemIsRefusedAndAKeyIsNeverPrinted() {
    var until = LOGIN.until();
    for (var wrong : List.of("", "a\"b", "a\nb", "x".repeat(254))) {
      assertThrows(IllegalArgumentException.class, () -> new Login(wrong, "key", until));
      assertThrows(IllegalArgumentException.class, () -> new Login("p", wrong, until));
    }
    for (var wrong : List.of("x", Authority.PEM + Authority.PEM, Authority.PEM.replace('M', '!'))) {
      assertThrows(IllegalArgumentException.class, () -> new DeviceTunnel("", SERVER, wrong));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new DeviceTunnel("a b", SERVER, Authority.PEM));
    assertThrows(
        IllegalArgumentException.class, () -> new DeviceNetwork("a\nb", Proof.PORTAL, tunnel));
    assertFalse(LOGIN.toString(), LOGIN.toString().contains("abcde"));
    assertTrue(new DeviceTunnel("", SERVER, "").or(Authority.PEM).certificate().startsWith("MII"));
  }
}
