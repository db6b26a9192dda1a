package org.escale.core.boxes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.escale.access.BoxPlan;
import org.escale.access.GatewayId;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.secrets.Sha256;
import org.escale.federation.CentreId;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Request;
import org.escale.tck.machine.Ports;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Debian's radsecproxy, by nothing but what the hub itself delivered and issued. */
public class RadsecTrustTest {
  private static final GatewayId BOX = new GatewayId("box-1");
  private static final int LIMIT_MS = 60_000;
  private static final int STAYS_MS = 3_000;

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private final Hall hall = today();
  private final Boxes boxes = hall.boxes();
  private final KeyPair own = Signing.fresh();

  /** By the clock that radsecproxy has as well. */
  private static Hall today() {
    var hall = new Hall();
    hall.house.clock.advance(Duration.between(hall.house.clock.instant(), Instant.now()));
    return hall;
  }

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s1_radsecproxyConnectsByWhatTheHubDeliveredAndToNobodyElse() throws Exception {
    var folder = temporary.getRoot().toPath();
    int port = Ports.free();
    plugged(folder, port);
    var operator = hall.house.federation();
    meets(
        folder,
        RadsecHub.listening(Answers.done(boxes.hubKeys(operator, "localhost")), port),
        box -> {
          box.startHandshake();
          var shown = (X509Certificate) box.getSession().getPeerCertificates()[0];
          assertEquals("CN=box-1", shown.getSubjectX500Principal().getName());
          box.setSoTimeout(STAYS_MS);
          assertThrows("it stays", SocketTimeoutException.class, () -> box.getInputStream().read());
        });
    try (var liar = today()) {
      var lies = Answers.done(liar.boxes().hubKeys(liar.house.federation(), "localhost"));
      meets(
          folder,
          RadsecHub.listening(lies, port),
          box -> assertThrows(IOException.class, box::startHandshake));
    }
    var other = Answers.done(boxes.hubKeys(operator, "elsewhere.example"));
    meets(
        folder,
        RadsecHub.listening(other, port),
        box -> assertTrue("another name is not the hub's", turnedAway(box)));
  }

  private interface Meeting {
    void with(SSLSocket box) throws Exception;
  }

  /** A fresh radsecproxy comes to that socket at once. */
  private static void meets(Path folder, SSLServerSocket here, Meeting meeting) throws Exception {
    try (here) {
      var proxy = radsecproxy(folder);
      try (var box = (SSLSocket) here.accept()) {
        box.setSoTimeout(LIMIT_MS);
        meeting.with(box);
      } finally {
        proxy.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  public void theChainThatABoxIsDeliveredIsTheSameTextByItsHash() throws Exception {
    var folder = temporary.getRoot().toPath();
    plugged(folder, 2083);
    var hubs = Answers.done(boxes.hubKeys(hall.house.federation(), "localhost"));
    var delivered = Files.readString(folder.resolve("hub.pem"));
    assertEquals(Sha256.of(hubs.authority()), Sha256.of(delivered));
    var again = Answers.done(boxes.hubKeys(hall.house.federation(), "localhost"));
    assertEquals(hubs.authority(), again.authority());
    assertNotEquals("another key each time", hubs.key(), again.key());
  }

  @Test
  public void onlyTheOperatorIsGivenKeysAndForAPlainHostOnly() {
    refused(RefusalCode.NOT_ALLOWED, boxes.hubKeys(hall.house.desk("x"), "localhost"));
    for (var host : List.of("", "a b", "a\nb", "-a", "h/", "x".repeat(65), "a..b")) {
      refused(RefusalCode.INVALID_FIELD, boxes.hubKeys(hall.house.federation(), host));
    }
    Answers.done(boxes.hubKeys(hall.house.federation(), "192.0.2.7"));
  }

  @Test
  public void aBoxGetsAFreshCertificateForItsOwnKeyAndTheOldOneStaysGood() throws Exception {
    var plan = plan(2083);
    var ticket = Answers.done(boxes.expect(hall.house.federation(), BOX, new CentreId("x"), plan));
    var enrolled = Answers.done(boxes.enrol(ticket.text(), text(own)));
    assertEquals(Sha256.of(enrolled.hubKey()), ticket.hubPrint());
    hall.house.clock.advance(Duration.ofDays(1300));
    var told = Answers.done(boxes.certificate(request("POST /gateways/box-1/certificate")));
    assertTrue(Signing.holds(enrolled.hubKey(), told.text(), told.signature()));
    var authority = RadsecHub.certificates(enrolled.authority()).get(0);
    var now = java.util.Date.from(hall.house.clock.instant());
    for (var pem : List.of(enrolled.certificate(), told.text())) {
      var certificate = RadsecHub.certificates(pem).get(0);
      certificate.verify(authority.getPublicKey());
      certificate.checkValidity(now);
      assertEquals(own.getPublic(), certificate.getPublicKey());
      assertEquals(List.of("1.3.6.1.5.5.7.3.2"), certificate.getExtendedKeyUsage());
    }
    Answers.done(boxes.revoke(hall.house.federation(), BOX));
    refused(RefusalCode.NOT_FOUND, boxes.certificate(request("POST /gateways/box-1/certificate")));
  }

  /** The delivered files in that folder, as the agent writes them. */
  private Path plugged(Path folder, int port) throws IOException {
    var operator = hall.house.federation();
    var ticket = Answers.done(boxes.expect(operator, BOX, new CentreId("x"), plan(port)));
    var enrolled = Answers.done(boxes.enrol(ticket.text(), text(own)));
    var keys = Files.createDirectories(folder.resolve("keys"));
    Files.writeString(keys.resolve("box.pem"), enrolled.certificate());
    var secret = Signing.text(own.getPrivate().getEncoded());
    Files.writeString(
        keys.resolve("box.key"),
        "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
    var told = Answers.done(boxes.configuration(request("GET /gateways/box-1/config")));
    assertEquals(Sha256.of(told.text()), told.digest());
    for (var name : Set.of("hub.pem", "radsecproxy.conf")) {
      Files.writeString(folder.resolve(name), file(told.text(), name));
    }
    return folder;
  }

  private static String file(String delivery, String name) {
    var bytes = delivery.getBytes(UTF_8);
    int line = delivery.indexOf("\nfile " + name + " ") + 1;
    int end = delivery.indexOf('\n', line);
    int length = Integer.parseInt(delivery.substring(delivery.lastIndexOf(' ', end) + 1, end));
    int from = delivery.substring(0, end + 1).getBytes(UTF_8).length;
    return new String(bytes, from, length, UTF_8);
  }

  /** Only the port inside and the log are the test's own. */
  private static Process radsecproxy(Path folder) throws IOException {
    var conf = folder.resolve("radsecproxy.conf");
    var text =
        Files.readString(conf)
            .replace("@{keys}", folder.resolve("keys").toString())
            .replace("@{files}", folder.toString())
            .replace("@{radius-secret}", "abcdefgh12345678")
            .replace("127.0.0.1:1814", "127.0.0.1:" + Ports.free())
            .replace("127.0.0.1:1815", "127.0.0.1:" + Ports.free())
            .replace("x-syslog:///LOG_DAEMON", "file://" + folder.resolve("proxy.log"));
    Files.writeString(conf, text);
    return new ProcessBuilder("radsecproxy", "-f", "-c", conf.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("proxy.said").toFile())
        .start();
  }

  private static boolean turnedAway(SSLSocket box) {
    try {
      box.startHandshake();
      return box.getInputStream().read() < 0;
    } catch (IOException no) {
      return true;
    }
  }

  private Request request(String what) {
    var at = hall.house.clock.instant();
    var unsigned = new Request(BOX, at, what, "", "");
    var secret = Signing.text(own.getPrivate().getEncoded());
    return new Request(BOX, at, what, "", Signing.sign(secret, unsigned.signed()));
  }

  private static String text(KeyPair pair) {
    return Signing.text(pair.getPublic().getEncoded());
  }

  private static BoxPlan plan(int port) {
    return new BoxPlan(
        "eth0",
        List.of(new BoxPlan.Network("Escale", true, "wlan0", 6)),
        new BoxPlan.Hub("https://hub.example", "localhost", port, "https://hub.example/portal"),
        Set.of(),
        0);
  }
}
