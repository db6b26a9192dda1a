package org.escale.soap.server;

import static org.escale.soap.server.Contract.text;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Bad XML is refused in under a second, before anybody is asked anything. */
public final class HostileXmlTest {
  private static final String BOMB =
      """
      <!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
      <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
      <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>
      """;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private Door door;
  private Contract contract;

  @Before
  public void open() throws Exception {
    door = new Door();
    contract = new Contract(door.get("/soap/v1/federation?wsdl").body());
    door.ask("<f:GetBooking><f:id>b-1</f:id></f:GetBooking>"); // the first message loads classes
    door.asked.clear();
  }

  @After
  public void close() throws Exception {
    door.close();
  }

  @Test
  public void externalEntityIsNeitherReadNorFetched() throws Exception {
    var secret = folder.newFile("secret").toPath();
    Files.writeString(secret, "canary-7391");
    try (var outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      outside.setSoTimeout(1);
      var ours = "http://127.0.0.1:" + outside.getLocalPort() + "/evil.dtd";
      for (var doctype :
          new String[] {
            "<!DOCTYPE s [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE s [<!ENTITY x SYSTEM \"" + ours + "\">]>",
            "<!DOCTYPE s SYSTEM \"" + ours + "\">",
            "<!DOCTYPE s [<!ENTITY % p SYSTEM \"" + ours + "\"> %p;]>"
          }) {
        var body = "<f:GetBooking><f:id>&x;</f:id></f:GetBooking>";
        var answer = refusedSoon(doctype + Door.envelope(Door.security(Door.TOKEN), body));
        assertFalse(answer.body().contains("canary"));
      }
      org.junit.Assert.assertThrows(
          java.net.SocketTimeoutException.class, () -> outside.accept().close());
    }
  }

  @Test
  public void billionLaughsAreRefused() throws Exception {
    refusedSoon(
        BOMB
            + Door.envelope(
                Door.security(Door.TOKEN), "<f:GetBooking><f:id>&h;</f:id></f:GetBooking>"));
    refusedSoon(
        BOMB + Door.envelope("<f:x a=\"&h;\"/>", "<f:GetBooking><f:id>1</f:id></f:GetBooking>"));
  }

  @Test
  public void docTypeWithoutEntitiesIsRefusedToo() throws Exception {
    refusedSoon(
        "<!DOCTYPE s>"
            + Door.envelope(
                Door.security(Door.TOKEN), "<f:GetBooking><f:id>b-1</f:id></f:GetBooking>"));
  }

  @Test
  public void deepWideAndLongMessagesAreRefused() throws Exception {
    var deep = "<f:a>".repeat(60) + "</f:a>".repeat(60);
    var wide = "<f:a/>".repeat(20_000);
    var attributes = new StringBuilder("<f:a");
    for (int i = 0; i < 600; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    for (var bad :
        Map.of(
                "deep",
                deep,
                "wide",
                wide,
                "attributes",
                attributes + "/>",
                "long",
                "<f:id>" + "x".repeat(100_000) + "</f:id>")
            .entrySet()) {
      var body = "<f:GetBooking>" + bad.getValue() + "</f:GetBooking>";
      tooLarge(bad.getKey(), Door.envelope(Door.security(Door.TOKEN), body));
      tooLarge(bad.getKey(), Door.envelope(bad.getValue(), "<f:GetBooking/>"));
    }
  }

  private void tooLarge(String what, String message) throws Exception {
    var refusal = contract.refusal(refusedSoon(message).body());
    assertEquals(what, "TOO_LARGE", text(refusal, "code"));
  }

  @Test
  public void bodyOverFiveMegabytesIsRefused() throws Exception {
    var big = "<f:GetBooking>" + "<!-- a remark -->".repeat(400_000) + "</f:GetBooking>";
    tooLarge("5 MB", Door.envelope(Door.security(Door.TOKEN), big));
  }

  @Test
  public void brokenMessagesAreRefused() throws Exception {
    for (var bad :
        new String[] {
          "",
          "hello",
          "{}",
          "<a>",
          "<a></b>",
          "<a/>",
          "\u0000",
          "<?xml version='1.0'?>",
          "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Envelope>",
          Door.envelope(Door.security(Door.TOKEN), "<f:GetBooking><f:id>b</f:id>"),
          Door.envelope(Door.security(Door.TOKEN), "<GetBooking xmlns='urn:other'/>"),
          Door.envelope(Door.security(Door.TOKEN), "<f:GetBooking/>") + "<more/>x",
          Door.envelope(
              "<u:unheard xmlns:u='urn:u' s:mustUnderstand='1'/>" + Door.security(Door.TOKEN),
              "<f:GetBooking/>")
        }) {
      refusedSoon(bad);
    }
  }

  /** The best of three tries counts, because the machine may be busy with something else. */
  private HttpResponse<String> refusedSoon(String message) throws Exception {
    var best = Long.MAX_VALUE;
    HttpResponse<String> answer = null;
    for (int tries = 0; tries < 3 && best >= 1000; tries++) {
      var start = System.nanoTime();
      answer = door.post(message);
      best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
    }
    assertTrue("took " + best + " ms", best < 1000);
    assertTrue(answer.statusCode() + answer.body(), answer.statusCode() >= 400);
    var code = text(contract.refusal(answer.body()), "code");
    assertTrue(code, code.matches("MALFORMED_REQUEST|TOO_LARGE|NOT_SIGNED_IN|INVALID_FIELD"));
    assertFalse(door.asked.containsKey("get"));
    return answer;
  }
}
