package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Two federations, each with a front and a hub: people of the other one are guests here. */
public class RealmTest {
  @ClassRule public static final TemporaryFolder ROOM = new TemporaryFolder();

  private static final String DEVICE = "02:00:00:00:00:01";
  private static final int OURS = Ports.free();
  private static final int OUR_ACCOUNTING = Ports.free();
  private static final int THEIRS = Ports.free();
  private static final int THEIR_ACCOUNTING = Ports.free();
  private static final Bench OUR_PORTS = new Bench();
  private static final Bench THEIR_PORTS = new Bench();
  private static FrontProgram ourFront;
  private static final int TALKATIVE = Ports.free();
  private static FrontProgram theirFront;
  private static FrontProgram talkative;

  private final Bench us = new Bench();
  private final Bench them = new Bench();
  private Gateway ours;
  private Gateway theirs;

  @BeforeClass
  public static void twoFronts() throws IOException {
    new Openssl(room("")).own("front", "radius.escale.example");
    var here = facts("escale.example", List.of(OURS, OUR_ACCOUNTING), OUR_PORTS);
    here.putAll(gear("hall", "127.0.1.1", "no"));
    here.putAll(federation("other", "other.example", THEIRS));
    here.putAll(federation("third", "third.example", TALKATIVE));
    var there = facts("other.example", List.of(THEIRS, THEIR_ACCOUNTING), THEIR_PORTS);
    there.putAll(gear("escale", "127.0.2.1", "yes"));
    there.putAll(federation("escale", "escale.example", OURS));
    ourFront = new FrontProgram(Files.createDirectory(room("ours")), here);
    theirFront = new FrontProgram(Files.createDirectory(room("theirs")), there);
    var third = facts("third.example", List.of(TALKATIVE, Ports.free()), THEIR_PORTS);
    third.putAll(gear("escale", "127.0.2.1", "no"));
    talkative = new FrontProgram(Files.createDirectory(room("talkative")), third);
  }

  private static Path room(String name) {
    return ROOM.getRoot().toPath().resolve(name);
  }

  private static Map<String, String> facts(String realm, List<Integer> ports, Bench hub) {
    var facts = new HashMap<String, String>();
    facts.put("realm", realm);
    facts.put("keys", ROOM.getRoot().toString());
    facts.put("listen", "127.0.0.1");
    facts.put("access-port", ports.get(0).toString());
    facts.put("accounting-port", ports.get(1).toString());
    facts.put("hub-access-port", Integer.toString(hub.access));
    facts.put("hub-accounting-port", Integer.toString(hub.accounting));
    return facts;
  }

  private static Map<String, String> gear(String name, String from, String federation) {
    var stem = "gear." + name + ".";
    return Map.of(
        stem + "address",
        "127.0.0.1",
        stem + "from",
        from,
        stem + "secret",
        RadiusLab.SECRET,
        stem + "federation",
        federation);
  }

  private static Map<String, String> federation(String name, String realm, int port) {
    var stem = "federation." + name + ".";
    return Map.of(
        stem + "realm",
        realm,
        stem + "address",
        "127.0.0.1",
        stem + "port",
        Integer.toString(port),
        stem + "secret",
        RadiusLab.SECRET,
        stem + "segment",
        "200");
  }

  @AfterClass
  public static void noFronts() {
    ourFront.close();
    theirFront.close();
    talkative.close();
  }

  @Before
  public void twoHubs() throws GatewayException {
    ours = us.open("hostapd-8021x", behind(OUR_PORTS, "127.0.1.1"));
    theirs = them.open("hostapd-8021x", behind(THEIR_PORTS, "127.0.2.1"));
    us.hub.lets("ann", Bench.EIGHT);
    them.hub.lets("zoe", Bench.EIGHT);
  }

  private static Map<String, String> behind(Bench ports, String from) {
    return Map.of(
        "nas", from,
        "access-port", Integer.toString(ports.access),
        "accounting-port", Integer.toString(ports.accounting));
  }

  @After
  public void close() {
    ours.close();
    theirs.close();
  }

  @Test
  public void aGuestIsLetInByTheOtherHomeAndPutWhereGuestsAre() throws IOException {
    for (var method : Supplicant.METHODS) {
      var said = zoe(OURS, method, "key-of-zoe");
      assertTrue(method + said.text(), said.accepted());
      assertEquals(method, "323030", said.value("Tunnel-Private-Group-Id"));
      assertEquals("nothing of theirs", "", said.value("Class"));
      assertEquals(method, "7200", said.value("Session-Timeout"));
      assertTrue(method, zoe(OURS, method, "key-of-ann").rejected());
    }
    assertFalse("ours is not asked", ours.health().text().contains("refused"));
    assertTrue("theirs is", theirs.health().text().contains("refused 3"));
  }

  @Test
  public void whatAHomeSaysOfItsOwnChannelsIsNotBelieved() throws IOException {
    var asked = new Supplicant(room(""), TALKATIVE, DEVICE);
    var alone = asked.asks("TTLS/PAP", "x@third.example", "zoe", "key-of-zoe");
    assertEquals("it does say", "313432", alone.value("Tunnel-Private-Group-Id"));
    var guest = new Supplicant(room(""), OURS, DEVICE);
    var said = guest.asks("TTLS/PAP", "x@third.example", "zoe", "key-of-zoe");
    assertTrue(said.text(), said.accepted());
    assertEquals("323030", said.value("Tunnel-Private-Group-Id"));
    assertEquals("", said.value("Class"));
  }

  @Test
  public void asAHomeWeSayNothingOfOurChannels() throws IOException {
    var said = zoe(THEIRS, "PEAP/MSCHAPV2", "key-of-zoe");
    assertTrue(said.text(), said.accepted());
    assertEquals("", said.value("Tunnel-Private-Group-Id"));
    assertEquals("", said.value("Class"));
  }

  @Test
  public void whatGuestsDoIsNotToldToTheirHome() {
    for (int port : List.of(OUR_ACCOUNTING, THEIR_ACCOUNTING)) {
      var said =
          Radclient.telling(port, RadiusLab.SECRET)
              .send(
                  "Acct-Status-Type = Start",
                  "Acct-Session-Id = \"s1\"",
                  "User-Name = \"zoe@other.example\"");
      assertFalse(said.text(), said.silent());
    }
    assertEquals(List.of(), us.hub.events());
    assertEquals(List.of(), them.hub.events());
    assertFalse(ours.health().text(), ours.health().text().contains("nobody we know"));
    assertFalse(theirs.health().text(), theirs.health().text().contains("nobody we know"));
  }

  @Test
  public void nothingGoesRound() throws IOException {
    assertTrue("no transit", ann(THEIRS, List.of()).rejected());
    assertTrue("our own again", ann(OURS, List.of("-N126:s:1escale.example")).rejected());
    assertTrue("another's", ann(OURS, List.of("-N126:s:1third.example")).accepted());
    var long5 = List.of("-N33:s:1", "-N33:s:2", "-N33:s:3", "-N33:s:4", "-N33:s:5");
    assertTrue("round and round", ann(OURS, long5).rejected());
    assertFalse(theirs.health().text(), theirs.health().text().contains("refused"));
  }

  private static Said zoe(int port, String method, String key) throws IOException {
    return new Supplicant(room(""), port, DEVICE)
        .asks(method, "anonymous@other.example", "zoe@other.example", key);
  }

  private static Said ann(int port, List<String> more) throws IOException {
    return new Supplicant(room(""), port, DEVICE, more)
        .asks("TTLS/PAP", "anonymous@escale.example", "ann", "key-of-ann");
  }
}
