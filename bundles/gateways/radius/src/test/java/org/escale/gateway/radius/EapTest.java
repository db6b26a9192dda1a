package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escale.gateway.radius.Supplicant.Said;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Radclient;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** 802.1X: a real FreeRADIUS ends EAP and asks us; a real supplicant asks it. */
public class EapTest {
  @ClassRule public static final TemporaryFolder ROOM = new TemporaryFolder();

  private static final Bench PORTS = new Bench();
  private static final int ACCESS = Ports.free();
  private static final int ACCOUNTING = Ports.free();
  private static final String LAPTOP = "02:00:00:00:00:01";
  private static final String PHONE = "02:00:00:00:00:02";
  private static final String OUTER = "anonymous@escale.example";
  private static FrontProgram front;

  private final Bench bench = new Bench();
  private Gateway gateway;

  @BeforeClass
  public static void aFront() throws IOException {
    var room = ROOM.getRoot().toPath();
    new Openssl(room).own("front", "radius.escale.example");
    front = new FrontProgram(room, facts());
  }

  private static Map<String, String> facts() {
    var facts = new HashMap<String, String>();
    facts.put("realm", "escale.example");
    facts.put("keys", ROOM.getRoot().toString());
    facts.put("listen", "127.0.0.1");
    facts.put("access-port", Integer.toString(ACCESS));
    facts.put("accounting-port", Integer.toString(ACCOUNTING));
    facts.put("hub-access-port", Integer.toString(PORTS.access));
    facts.put("hub-accounting-port", Integer.toString(PORTS.accounting));
    facts.put("gear.hall.address", "127.0.0.1");
    facts.put("gear.hall.from", "127.0.1.1");
    facts.put("gear.hall.secret", RadiusLab.SECRET);
    return facts;
  }

  @AfterClass
  public static void noFront() {
    front.close();
  }

  @Before
  public void aHubBehindIt() throws GatewayException {
    var behind = new HashMap<String, String>();
    behind.put("nas", "127.0.1.1");
    behind.put("access-port", Integer.toString(PORTS.access));
    behind.put("accounting-port", Integer.toString(PORTS.accounting));
    gateway = bench.open("hostapd-8021x", behind);
    bench.hub.lets("ann", Bench.EIGHT);
    bench.hub.lets("bob", Bench.EIGHT);
  }

  @After
  public void close() {
    gateway.close();
  }

  @Test
  public void s2_eachMethodLetsAMemberInAndSaysChannelTimeAndPseudonym() throws IOException {
    bench.clock.advance(Duration.ofMinutes(30));
    for (var method : Supplicant.METHODS) {
      var said = ann(method);
      assertTrue(method + said.text(), said.accepted());
      assertEquals(method, "ann", said.value("User-Name"));
      assertEquals(method, "5400", said.value("Session-Timeout"));
      assertEquals(method, "60", said.value("Acct-Interim-Interval"));
      assertEquals(method, "0000000d", said.value("Tunnel-Type"));
      assertEquals(method, "00000006", said.value("Tunnel-Medium-Type"));
      assertEquals(method, "313432", said.value("Tunnel-Private-Group-Id"));
      assertTrue(method, said.value("Class").startsWith("65312e"));
      assertEquals(method + " leaks our hop", "", said.value("Proxy-State"));
      assertTrue(method, said.accept().split("\n", -1)[1].contains("Message-Authenticator"));
    }
    assertFalse("no name in the log", front.log().contains("ann"));
  }

  @Test
  public void s1_aWrongKeyAndThatOfAnotherAreRefused() throws IOException {
    for (var method : Supplicant.METHODS) {
      for (var key : List.of("key-of-bob", "key-of-anm")) {
        var said = laptop().asks(method, OUTER, "ann", key);
        assertTrue(method + said.text(), said.rejected());
      }
    }
  }

  @Test
  public void s4_nobodyGetsInAfterTheEnd() throws IOException {
    assertTrue(ann("PEAP/MSCHAPV2").accepted());
    bench.clock.advance(Duration.ofHours(2));
    for (var method : Supplicant.METHODS) {
      var said = ann(method);
      assertTrue(method + said.text(), said.rejected());
    }
  }

  @Test
  public void s1_aKeyIsGoodForOneDevice() throws IOException {
    assertTrue(ann("TTLS/MSCHAPV2").accepted());
    var phone = new Supplicant(ROOM.getRoot().toPath(), ACCESS, PHONE);
    assertTrue(phone.asks("TTLS/PAP", OUTER, "ann", "key-of-ann").rejected());
    assertTrue("its own still", ann("PEAP/MSCHAPV2").accepted());
  }

  @Test
  public void namesInsideMayBearOurRealmAndNoOther() throws IOException {
    for (var method : Supplicant.METHODS) {
      var ours = laptop().asks(method, OUTER, "ann@escale.example", "key-of-ann");
      assertTrue(method + ours.text(), ours.accepted());
      assertTrue(laptop().asks(method, OUTER, "ann@other.example", "key-of-ann").rejected());
    }
    assertTrue(laptop().asks("TTLS/PAP", "x@nobody.example", "ann", "key-of-ann").rejected());
  }

  @Test
  public void whatIsNotEapIsRefusedByTheFront() {
    var asked = Radclient.asking(ACCESS, RadiusLab.SECRET);
    var said =
        asked.send(
            "User-Name = \"ann\"", "User-Password = \"key-of-ann\"", "Message-Authenticator = 0");
    assertTrue(said.text(), said.rejected());
    assertFalse(gateway.health().text(), gateway.health().text().contains("refused"));
  }

  @Test
  public void b2_theFrontAcknowledgesAccountingWhenTheHubHas() {
    bench.hub.full(true);
    assertTrue(start("a").silent());
    bench.hub.full(false);
    assertFalse(start("b").silent());
    assertFalse(bench.hub.kinds().isEmpty());
  }

  private Said ann(String method) throws IOException {
    return laptop().asks(method, OUTER, "ann", "key-of-ann");
  }

  private static Supplicant laptop() {
    return new Supplicant(ROOM.getRoot().toPath(), ACCESS, LAPTOP);
  }

  private static Radclient.Said start(String session) {
    return Radclient.telling(ACCOUNTING, RadiusLab.SECRET)
        .send(
            "Acct-Status-Type = Start",
            "Acct-Session-Id = \"" + session + "\"",
            "User-Name = \"ann\"",
            "Calling-Station-Id = \"02-00-00-00-00-01\"",
            "Event-Timestamp = " + Bench.EIGHT.getEpochSecond());
  }
}
