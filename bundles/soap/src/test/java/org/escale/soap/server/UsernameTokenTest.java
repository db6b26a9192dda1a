package org.escale.soap.server;

import static org.escale.soap.server.Contract.text;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import javax.xml.ws.Dispatch;
import javax.xml.ws.Service;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.escale.soap.call.Answer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.w3c.dom.Document;

public final class UsernameTokenTest {
  private static final String GET = "<f:GetBooking><f:id>b-1</f:id></f:GetBooking>";
  private static final String DIGEST =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0"
          + "#PasswordDigest";

  private Door door;
  private Contract contract;

  @Before
  public void open() throws Exception {
    door = new Door();
    contract = new Contract(door.get("/soap/v1/federation?wsdl").body());
  }

  @After
  public void close() throws Exception {
    door.close();
  }

  /** WSS4J on the other side reads our contract and writes the header as the standard says. */
  @Test
  public void independentClientIsUnderstood() throws Exception {
    var service =
        Service.create(
            java.net.URI.create(door.address + "?wsdl").toURL(),
            new QName("urn:escale:federation:1", "Federation"));
    Dispatch<DOMSource> dispatch =
        service.createDispatch(
            new QName("urn:escale:federation:1", "Federation"),
            DOMSource.class,
            Service.Mode.PAYLOAD);
    Client client = ((DispatchImpl<DOMSource>) dispatch).getClient();
    client
        .getOutInterceptors()
        .add(
            new WSS4JOutInterceptor(
                Map.of(
                    WSHandlerConstants.ACTION, "UsernameToken Timestamp",
                    WSHandlerConstants.USER, "integrator",
                    WSHandlerConstants.PASSWORD_TYPE, "PasswordText",
                    WSHandlerConstants.PW_CALLBACK_REF, callback())));
    var answer =
        dispatch.invoke(new DOMSource(Answer.message("GetBooking").field("id", "b-1").element()));
    var node = answer.getNode();
    var root = node instanceof Document document ? document.getDocumentElement() : node;
    assertEquals("GetBookingResponse", root.getLocalName());
  }

  private static javax.security.auth.callback.CallbackHandler callback() {
    return callbacks -> ((WSPasswordCallback) callbacks[0]).setPassword(Door.TOKEN);
  }

  @Test
  public void withoutAValidTokenNobodyIsAsked() throws Exception {
    var right = Door.security(Door.TOKEN);
    for (var header :
        new String[] {
          "",
          Door.security("b".repeat(43)),
          Door.security(""),
          right.replace("<w:Password>", "<w:Password Type='" + DIGEST + "'>"),
          right.replace("w:Password", "w:Passwort"),
          right.replaceAll("(?s)<w:UsernameToken>.*</w:UsernameToken>", ""),
          right.replaceAll("(?s)(<w:UsernameToken>.*</w:UsernameToken>)", "$1$1")
        }) {
      var refusal = contract.refusal(door.post(Door.envelope(header, GET)).body());
      assertEquals(header, "NOT_SIGNED_IN", text(refusal, "code"));
    }
    org.junit.Assert.assertFalse(door.asked.containsKey("get"));
  }

  @Test
  public void signaturesAndOtherTokensAreRefusedNotIgnored() throws Exception {
    var signed =
        Door.security(Door.TOKEN)
            .replace(
                "</w:Security>",
                "<d:Signature xmlns:d='http://www.w3.org/2000/09/xmldsig#'/></w:Security>");
    var refusal = contract.refusal(door.post(Door.envelope(signed, GET)).body());
    assertEquals("MALFORMED_REQUEST", text(refusal, "code"));
  }

  @Test
  public void headersBeyondTheirLimitsAreRefused() throws Exception {
    var twice = Door.security(Door.TOKEN) + Door.security(Door.TOKEN);
    var many =
        Door.security(Door.TOKEN).replace("<w:Username>", "<w:x/>".repeat(11) + "<w:Username>");
    var bad =
        Map.of(
            twice,
            "MALFORMED_REQUEST",
            Door.security("a".repeat(513)),
            "TOO_LARGE",
            many,
            "TOO_LARGE");
    for (var one : bad.entrySet()) {
      var refusal = contract.refusal(door.post(Door.envelope(one.getKey(), GET)).body());
      assertEquals(one.getValue(), one.getValue(), text(refusal, "code"));
      assertFalse(door.asked.containsKey("caller"));
    }
  }
}
