package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.machine.Radclient;
import org.escale.tck.machine.Radclient.Said;
import org.junit.After;
import org.junit.Test;

/** What the client program of FreeRADIUS is answered; it checks each answer by itself. */
public class RadclientTest {
  private static final String SIGNED = "Message-Authenticator = 0x00";
  private static final String LAPTOP = "Calling-Station-Id = \"02-00-00-00-00-01\"";
  private static final String PHONE = "Calling-Station-Id = \"02:00:00:00:00:02\"";

  private final Bench bench = new Bench();
  private Optional<Gateway> gateway = Optional.empty();

  @After
  public void close() {
    gateway.ifPresent(Gateway::close);
  }

  @Test
  public void papAndChapLetTheKeyIn() throws GatewayException {
    open("hostapd-8021x");
    bench.hub.lets("ann", Bench.EIGHT);
    for (var kind : List.of("User-Password", "CHAP-Password")) {
      var right = ask("ann", kind + " = \"key-of-ann\"", LAPTOP, SIGNED);
      assertTrue(kind + right.text(), right.accepted());
      var wrong = ask("ann", kind + " = \"key-of-bob\"", LAPTOP, SIGNED);
      assertTrue(kind + wrong.text(), wrong.rejected());
    }
  }

  /** The numbers of RFC 2759, 9.2. */
  @Test
  public void msChapV2LetsTheKeyInAndProvesThatWeKnowItToo() throws GatewayException {
    open("hostapd-8021x");
    bench.hub.lets("User", "clientPass", Bench.EIGHT);
    var challenge = "MS-CHAP-Challenge = 0x5B5D7C7D7B3F2F3E3C2C602132262628";
    var peer = "21402324255E262A28295F2B3A337C7E0000000000000000";
    var answer = "82309ECD8D708B5EA08FAA3981CD83544233114A3D85D6DF";
    var right = "MS-CHAP2-Response = 0x0100" + peer + answer;
    var said = ask("User", challenge, right, LAPTOP, SIGNED);
    var proof = "S=407A5589115FD0D6209F510FE9C04566932CDA56";
    var hex = HexFormat.of().formatHex(proof.getBytes(US_ASCII));
    assertTrue(said.text(), said.text().contains("MS-CHAP2-Success = 0x01" + hex));
    var wrong = right.substring(0, right.length() - 1) + "E";
    assertTrue(ask("User", challenge, wrong, LAPTOP, SIGNED).rejected());
  }

  @Test
  public void s2_theAnswerSaysChannelTimeNameAndHandle() throws GatewayException {
    open("hostapd-8021x");
    bench.hub.lets("ann", Bench.EIGHT);
    bench.clock.advance(Duration.ofMinutes(30));
    var said = ask("ann@here.example", "User-Password = \"key-of-ann\"", LAPTOP, SIGNED);
    assertEquals(Optional.of("5400"), said.value("Session-Timeout"));
    assertEquals(Optional.of("60"), said.value("Acct-Interim-Interval"));
    assertEquals(Optional.of("ann"), said.value("User-Name"));
    assertEquals(Optional.of("VLAN"), said.value("Tunnel-Type"));
    assertEquals(Optional.of("IEEE-802"), said.value("Tunnel-Medium-Type"));
    assertEquals(Optional.of("142"), said.value("Tunnel-Private-Group-Id"));
    assertFalse(said.value("Class").orElseThrow().isEmpty());
    assertTrue(said.text(), firstOfAnswer(said).contains("Message-Authenticator"));
  }

  @Test
  public void s4_whoComesAgainGetsTheRestAndNothingAfterTheEnd() throws GatewayException {
    open("hostapd-8021x");
    bench.hub.lets("ann", Bench.EIGHT);
    bench.clock.advance(Duration.ofMinutes(119));
    var late = ask("ann", "User-Password = \"key-of-ann\"", LAPTOP, SIGNED);
    assertEquals(Optional.of("60"), late.value("Session-Timeout"));
    bench.clock.advance(Duration.ofMinutes(1));
    assertTrue(ask("ann", "User-Password = \"key-of-ann\"", LAPTOP, SIGNED).rejected());
  }

  @Test
  public void s1_gw10_aKeyIsNeverUsedTwiceNorByAnother() throws GatewayException {
    open("hostapd-8021x");
    bench.hub.lets("ann", Bench.EIGHT);
    bench.hub.lets("bob", Bench.EIGHT);
    assertTrue(ask("bob", "User-Password = \"key-of-ann\"", LAPTOP, SIGNED).rejected());
    assertTrue(ask("ann", "User-Password = \"key-of-ann\"", LAPTOP, SIGNED).accepted());
    assertTrue(ask("ann", "User-Password = \"key-of-ann\"", PHONE, SIGNED).rejected());
    assertTrue(ask("ann", "User-Password = \"key-of-ann\"", SIGNED).rejected());
  }

  @Test
  public void aKeyPerPersonIsTheDevicesOwn() throws GatewayException {
    open("hostapd-psk");
    var grant = bench.hub.lets("ann", Bench.EIGHT);
    var unknown = askForKey("020000000001");
    assertTrue("not enrolled", unknown.rejected());
    bench.hub.devices.put(grant.id(), "020000000001");
    var said = askForKey("020000000001");
    assertEquals(Optional.of("key-of-ann"), said.value("Tunnel-Password"));
    assertEquals(Optional.of("142"), said.value("Tunnel-Private-Group-Id"));
    bench.hub.revokes(grant);
    assertTrue(askForKey("020000000001").rejected());
  }

  @Test
  public void whatDeservesNoAnswerGetsNone() throws GatewayException {
    var open = open("hostapd-8021x");
    bench.hub.lets("ann", Bench.EIGHT);
    assertTrue(ask("ann", "User-Password = \"key-of-ann\"", LAPTOP).silent());
    assertTrue(
        bench
            .ask("another-secret-of-20")
            .send("User-Name = \"ann\"", "User-Password = \"key-of-ann\"", SIGNED)
            .silent());
    assertTrue(open.health().text(), open.health().text().contains("not signed 1"));
    assertTrue(open.health().text(), open.health().text().contains("with a wrong secret 1"));
  }

  @Test
  public void unknownGearIsCountedAndNotAnswered() throws GatewayException {
    var open = open("hostapd-8021x", Map.of("nas", "127.0.0.2"));
    bench.hub.lets("ann", Bench.EIGHT);
    assertTrue(ask("ann", "User-Password = \"key-of-ann\"", LAPTOP, SIGNED).silent());
    assertTrue(open.health().text(), open.health().text().contains("from unknown gear 1"));
  }

  @Test
  public void proxyStateComesBackOnlyFromGearThatMaySendIt() throws GatewayException {
    open("opennds");
    bench.hub.lets("ann", Bench.EIGHT);
    var password = "User-Password = \"key-of-ann\"";
    assertTrue(ask("ann", password, LAPTOP, "Proxy-State = 0x3031").silent());
    var said = ask("ann", password, LAPTOP, "Proxy-State = 0x3031", "Proxy-State = 0x32", SIGNED);
    assertTrue(said.text(), said.text().replaceAll("(?s).*Received", "").contains("0x3031"));
    assertTrue(ask("ann", password, LAPTOP).accepted());
  }

  @Test
  public void statusServerIsAnsweredWhereItIsSigned() throws GatewayException {
    open("hostapd-8021x");
    var status = new Radclient("127.0.0.1:" + bench.access, "status", RadiusLab.SECRET);
    assertTrue(status.send(SIGNED).accepted());
    var other = new Radclient("127.0.0.1:" + bench.access, "status", "another-secret-of-20");
    assertTrue(other.send(SIGNED).silent());
  }

  @Test
  public void b2_accountingIsAcknowledgedWhenItIsOnDisk() throws GatewayException {
    var open = open("coovachilli");
    bench.hub.lets("ann", Bench.EIGHT);
    bench.hub.full(true);
    assertTrue(told("Start", "s1").silent());
    assertEquals(List.of(), bench.hub.events());
    bench.hub.full(false);
    assertFalse(told("Start", "s1").silent());
    assertEquals(List.of(Kind.START), bench.hub.kinds());
    assertEquals(1, open.sessions().size());
    assertFalse(told("Stop", "s1").silent());
    assertFalse("a copy is acknowledged too", told("Stop", "s1").silent());
    assertEquals(List.of(Kind.START, Kind.STOP), bench.hub.kinds());
    assertEquals(List.of(), open.sessions());
  }

  @Test
  public void aPortThatIsTakenIsSaid() throws GatewayException {
    open("coovachilli");
    var other = new RadiusDriver(bench.clock);
    try (var second = other.open(bench.config("coovachilli", Map.of()), bench.hub)) {
      throw new AssertionError("opened twice: " + second);
    } catch (GatewayException said) {
      assertTrue(said.getMessage(), said.getMessage().contains("cannot listen on 127.0.0.1:"));
    }
  }

  @Test
  public void gearBehindOneAddressIsToldApartByItsIdentifier() throws GatewayException {
    open("hostapd-8021x", Map.of("identifier", "hall"));
    bench.hub.lets("ann", Bench.EIGHT);
    var password = "User-Password = \"key-of-ann\"";
    var hall = ask("ann", password, LAPTOP, SIGNED, "NAS-Identifier = \"hall\"");
    assertTrue(hall.text(), hall.accepted());
    assertTrue(ask("ann", password, LAPTOP, SIGNED, "NAS-Identifier = \"attic\"").silent());
  }

  private Gateway open(String profile) throws GatewayException {
    return open(profile, Map.of());
  }

  private Gateway open(String profile, Map<String, String> more) throws GatewayException {
    gateway = Optional.of(bench.open(profile, more));
    return gateway.get();
  }

  private Said ask(String user, String... more) {
    var all = new java.util.ArrayList<>(List.of("User-Name = \"" + user + "\""));
    all.addAll(List.of(more));
    return bench.ask(RadiusLab.SECRET).send(all.toArray(String[]::new));
  }

  private Said askForKey(String device) {
    return ask(device, "User-Password = \"" + device + "\"", LAPTOP, SIGNED);
  }

  private Said told(String status, String session) {
    return bench
        .tell(RadiusLab.SECRET)
        .send(
            "Acct-Status-Type = " + status,
            "Acct-Session-Id = \"" + session + "\"",
            "User-Name = \"ann\"",
            LAPTOP,
            "Event-Timestamp = " + Bench.EIGHT.getEpochSecond());
  }

  private static String firstOfAnswer(Said said) {
    return said.text().substring(said.text().indexOf("Received")).split("\n", -1)[1];
  }
}
