package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.GatewayId;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.HandClock;
import org.escale.tck.machine.Ports;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** RADIUS over TLS, from radsecproxy and from boxes that tests play. */
public class RadsecTest {
  private static final String DEVICE = "02-00-00-00-00-01";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  /** An hour ahead, so that what openssl makes now counts already. */
  private final HandClock clock = new HandClock(Instant.now().plusSeconds(3600));

  private final RadiusDriver driver = new RadiusDriver(clock);
  private final Hub hub = new Hub();
  private final int port = Ports.free();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private BoxKeys keys;
  private Path hubs;
  private Path box;

  @Before
  public void keysForHubAndBox() throws IOException {
    keys = new BoxKeys(temporary.getRoot().toPath());
    hubs = keys.hub();
    box = keys.box("box-1");
    hub.lets("ann", clock.instant());
  }

  @After
  public void close() throws Exception {
    for (var thing : open) {
      thing.close();
    }
  }

  @Test
  public void radsecproxyCarriesWhatIsAskedAndSeenAndComesBackAfterItsDeath() throws Exception {
    row("gw-1", Map.of("tls-subject", "box-1", "disconnect-port", "0"));
    int inside = Ports.free();
    var proxy = new RadsecProxy(temporary.getRoot().toPath(), box, hubs, inside, port);
    opened(proxy);
    await("let in", () -> proxy.ask("key-of-ann").accepted());
    var said = proxy.ask("key-of-ann");
    assertEquals("142", said.value("Tunnel-Private-Group-Id").orElse(""));
    assertEquals("nobody can cut her", "300", said.value("Session-Timeout").orElse(""));
    assertEquals("RADIUS-Request", said.value("Termination-Action").orElse(""));
    assertTrue(proxy.ask("key-of-bob").rejected());
    hub.full(true);
    assertTrue("b2: not on disk, not acknowledged", proxy.tell("Start", clock.instant()).silent());
    hub.full(false);
    await("told", () -> !proxy.tell("Start", clock.instant()).silent());
    assertEquals(List.of(Kind.START), hub.kinds());
    proxy.close();
    proxy.start();
    await("let in again", () -> proxy.ask("key-of-ann").accepted());
    await("told again", () -> !proxy.tell("Stop", clock.instant()).silent());
    assertEquals(List.of(Kind.START, Kind.STOP), hub.kinds());
  }

  @Test
  public void s4_disconnectsGoOverTheConnectionThatTheBoxOpened() throws Exception {
    var gateway = row("gw-1", Map.of("tls-subject", "box-1"));
    assertFalse("no box yet", gateway.health().up());
    var grant = hub.grants.values().iterator().next();
    try (var played = new PlayedBox(box, port)) {
      assertEquals(Code.ACCESS_ACCEPT, played.status());
      played.send(news(1).asking(PlayedBox.SECRET));
      await("start", () -> hub.kinds().contains(Kind.START));
      assertEquals(GatewayAnswer.UNREACHABLE, gateway.apply(hub.revokes(grant)));
      played.send(cut(played).answering(PlayedBox.SECRET, lastAsked));
      await("answers", () -> gateway.health().up());
      assertEquals(GatewayAnswer.CUTTING, gateway.apply(hub.revokes(grant)));
      played.send(news(2).asking(PlayedBox.SECRET));
      await("stop", () -> hub.kinds().contains(Kind.STOP));
    }
    assertEquals(GatewayAnswer.APPLIED, gateway.apply(hub.revokes(grant)));
  }

  @Test
  public void strangersAndExpiredCertificatesAreRefusedAndNamed() throws Exception {
    var gateway = row("gw-1", Map.of("tls-subject", "box-1"));
    for (var who : List.of(keys.liar("box-1"), keys.box("box-2"), hubs)) {
      refused(who);
    }
    await("three", () -> gateway.health().text().contains("with an unknown certificate 3"));
    try (var played = new PlayedBox(box, port)) {
      assertEquals(Code.ACCESS_ACCEPT, played.status());
      clock.advance(Duration.ofDays(11));
      var asked = Message.request(Code.STATUS_SERVER, 1).toBeSigned();
      played.send(asked.asking(PlayedBox.SECRET, new byte[16]));
      await("it ends while it is open", () -> gateway.health().text().contains("expired"));
    }
    refused(box);
    await("two", () -> gateway.health().text().contains("with an expired certificate 2"));
    assertEquals(List.of(), hub.events());
  }

  @Test
  public void slowAndHostileOnesCostNobodyElseAnything() throws Exception {
    var gateway = row("gw-1", Map.of("tls-subject", "box-1"));
    var other = keys.box("box-2");
    row("gw-2", Map.of("tls-fingerprint", BoxKeys.fingerprint(other)));
    var good = opened(new PlayedBox(box, port));
    assertEquals(Code.ACCESS_ACCEPT, good.status());
    var slow = new ArrayList<Socket>();
    for (int i = 0; i < 40; i++) {
      var socket = opened(new Socket(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write(i % 2 == 0 ? new byte[] {0x16} : "GET /".getBytes(UTF_8));
      slow.add(socket);
    }
    assertEquals("who is known stays", Code.ACCESS_ACCEPT, good.status());
    var deaf = opened(new PlayedBox(other, port));
    assertEquals("who comes gets in", Code.ACCESS_ACCEPT, deaf.status());
    await("above the limit", () -> gateway.health().text().contains("above the limit"));
    flood(deaf);
    assertEquals("a deaf one holds nobody up", Code.ACCESS_ACCEPT, good.status());
    var wild = opened(new PlayedBox(other, port));
    wild.send(new byte[] {1, 1, 0, 5, 0, 0});
    await("not a packet", () -> ended(wild));
    await("too slow", () -> gateway.health().text().contains("too slow"));
    for (var socket : slow) {
      await("gone", () -> ended(socket));
    }
    assertEquals(Code.ACCESS_ACCEPT, good.status());
  }

  private byte[] lastAsked;

  /** Waits for the disconnect of the session, and answers it. */
  private Message cut(PlayedBox played) throws IOException {
    while (true) {
      var asked = played.read();
      if (asked.code() == Code.DISCONNECT_REQUEST
          && asked.text(Type.ACCT_SESSION_ID).orElse("").equals("s1")) {
        assertTrue(PlayedBox.SECRET.requested(asked));
        assertTrue(PlayedBox.SECRET.signed(asked));
        lastAsked = asked.authenticator();
        return Message.answer(Code.DISCONNECT_ACK, asked);
      }
    }
  }

  private Message news(int status) {
    return Message.request(Code.ACCOUNTING_REQUEST, status)
        .number(Type.ACCT_STATUS_TYPE, status)
        .text(Type.ACCT_SESSION_ID, "s1")
        .text(Type.USER_NAME, "ann")
        .text(Type.CALLING_STATION_ID, DEVICE)
        .number(Type.EVENT_TIMESTAMP, clock.instant().getEpochSecond() + status);
  }

  private void refused(Path certificate) {
    try (var played = new PlayedBox(certificate, port)) {
      throw new AssertionError("let in: " + played.status());
    } catch (IOException no) {
      assertFalse(no.toString(), no instanceof java.net.SocketTimeoutException);
    }
  }

  /** Asks without ever reading, until it is cut off. */
  private static void flood(PlayedBox deaf) {
    var asked = Message.request(Code.STATUS_SERVER, 1).toBeSigned();
    var octets = asked.asking(PlayedBox.SECRET, new byte[16]);
    try {
      for (int i = 0; i < 2_000_000; i++) {
        deaf.send(octets);
      }
      throw new AssertionError("never cut off");
    } catch (IOException cutOff) {
      assertFalse(deaf.socket.isInputShutdown());
    }
  }

  private static boolean ended(Socket socket) {
    try {
      socket.setSoTimeout(1000);
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException notYet) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static boolean ended(PlayedBox box) {
    return ended(box.socket);
  }

  private Gateway row(String id, Map<String, String> more) throws GatewayException {
    var settings = new HashMap<String, String>();
    settings.put("profile", "hostapd-8021x");
    settings.put("secret", RadiusLab.SECRET);
    settings.put("tls-keys", hubs.toString());
    settings.put("tls-port", Integer.toString(port));
    settings.putAll(more);
    return opened(driver.open(new GatewayConfig(new GatewayId(id), Hub.HERE, settings), hub));
  }

  private <T extends AutoCloseable> T opened(T thing) {
    open.push(thing);
    return thing;
  }

  private static void await(String what, BooleanSupplier until) {
    long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!until.getAsBoolean()) {
      assertTrue(what + " not within 60 s", System.nanoTime() < limit);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
