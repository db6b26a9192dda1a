package org.escale.centre.soap;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What a service may say that is not in the contract, and what becomes of it. */
public class ContractTest {
  private static final TimeSlot SLOT =
      new TimeSlot(Instant.parse("2027-05-10T08:00:00Z"), Instant.parse("2027-05-10T09:00:00Z"));
  private static final SpaceRef ROOM = new SpaceRef("room");
  private static final ForeignRef HELD = new ForeignRef(ROOM, new Key("b", "here"), "i", "r");

  private static PhpLab lab;

  @BeforeClass
  public static void start() throws IOException {
    lab = new PhpLab(true);
  }

  @AfterClass
  public static void stop() throws IOException {
    lab.close();
  }

  @Test
  public void theContractInTheGuideIsTheOneThatIsServed() throws Exception {
    try (var in = SoapAdapter.class.getResourceAsStream("centre.wsdl")) {
      var ours = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(ours, Files.readString(Path.of("../../../docs/integrate/centre.wsdl")));
    }
  }

  @Test
  public void whoIsNotLetInOrAsksForNoSpaceIsTold() throws Exception {
    var url = "http://127.0.0.1:" + lab.address().orElseThrow().getPort() + "/";
    try (var link = lab.adapter().open(lab.config(url, "canary"))) {
      assertEquals("it answers with status 401", link.health().text());
    }
    try (var link = lab.adapter().open(lab.config(Optional.empty()))) {
      var space = new SpaceRef("nobody-made-this");
      var none = assertThrows(CentreException.class, () -> link.feed().pull(space, SLOT));
      assertEquals(Trouble.DENIED, none.trouble());
    }
  }

  @Test
  public void ca2_theProbeTellsWhatItTried() throws Exception {
    try (var link = lab.adapter().open(lab.config(Optional.empty()))) {
      var probe = link.probe(lab.space("probe"));
      assertEquals(TruthMode.CENTRE_ATOMIC, probe.claims());
      assertEquals("one", probe.findings().get("of-many-at-once"));
    }
  }

  @Test
  public void cf8_anAnswerOutsideTheContractIsNotBelieved() throws Exception {
    assertTrouble(Trouble.GARBLED, soap("<HoldResponse xmlns='urn:escale:centre:1'/>"));
    assertTrouble(Trouble.GARBLED, pull("<entry><id>canary</id></entry>"));
    assertTrouble(Trouble.GARBLED, pull(entry("canary", "2027-05-10T08:00:00")));
    assertTrouble(Trouble.GARBLED, pull(entry("", "2027-05-10T08:00:00Z")));
    assertTrouble(Trouble.UNAVAILABLE, "<html>canary</html>");
    var outside = "<!DOCTYPE x [<!ENTITY canary SYSTEM 'file:///etc/hostname'>]>";
    assertTrouble(Trouble.UNAVAILABLE, outside + soap("<PullResponse>&canary;</PullResponse>"));
    var deep = "<a>".repeat(30) + "</a>".repeat(30);
    assertTrouble(Trouble.UNAVAILABLE, pull(deep));
    assertTrouble(Trouble.UNAVAILABLE, pull("<x>" + "y".repeat(5_000_001) + "</x>"));
  }

  @Test
  public void cf1_whatOnlyTouchesIsLeftOutWhateverTheServiceGives() throws Exception {
    var touching = entry("a", "2027-05-10T07:00:00Z").replace("T10", "T08");
    assertEquals(0, pulled(pull(touching.replace("11:00:00Z", "08:00:00Z"))));
    assertEquals(1, pulled(pull(entry("a", "2027-05-10T10:00:00+02:00"))));
  }

  @Test
  public void cd2_aFaultOfTheServiceIsNoAnswer() throws Exception {
    var fault = "<Fault xmlns='http://schemas.xmlsoap.org/soap/envelope/'>";
    var server = soap(fault + "<faultcode xmlns=''>Server</faultcode></Fault>");
    assertTrue(cancelled(server) instanceof DeskAnswer.Unknown);
    var odd = soap("<CancelResponse xmlns='urn:escale:centre:1'><result>MAYBE</result>");
    assertEquals(new DeskAnswer.Unknown(), cancelled(odd));
    var maybe = odd.replace("</result>", "</result></CancelResponse>");
    assertEquals(new DeskAnswer.Refused("refused"), cancelled(maybe));
  }

  private static DeskAnswer cancelled(String answer) throws Exception {
    try (var server = new Saying(answer);
        var link = lab.adapter().open(lab.config(server.url(), "x"))) {
      return link.desk().orElseThrow().cancel(HELD);
    }
  }

  private static int pulled(String answer) throws Exception {
    try (var server = new Saying(answer);
        var link = lab.adapter().open(lab.config(server.url(), "x"))) {
      return link.feed().pull(ROOM, SLOT).entries().size();
    }
  }

  private static void assertTrouble(Trouble trouble, String answer) {
    var none = assertThrows(CentreException.class, () -> pulled(answer));
    assertEquals(none.getMessage(), trouble, none.trouble());
    assertFalse(none.getMessage(), none.getMessage().contains("canary"));
  }

  private static String pull(String parts) {
    return soap("<PullResponse xmlns='urn:escale:centre:1'>" + parts + "</PullResponse>");
  }

  private static String entry(String id, String from) {
    var slot = "<slot><from>" + from + "</from><to>2027-05-10T11:00:00Z</to></slot>";
    return "<entry><id>"
        + id
        + "</id><revision>1</revision><tentative>false</tentative>"
        + slot
        + "</entry>";
  }

  private static String soap(String body) {
    return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
        + body
        + "</s:Body></s:Envelope>";
  }

  /** A service that always says the same. */
  private static final class Saying implements AutoCloseable {
    private final HttpServer server;

    Saying(String answer) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
