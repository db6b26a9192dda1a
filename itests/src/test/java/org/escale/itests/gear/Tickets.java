package org.escale.itests.gear;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.escale.itests.process.Http;

/**
 * Expects boxes, as an operator.
 *
 * @param host where boxes find the hub
 * @param port where they find it there
 */
public record Tickets(Http operator, String host, int port) {

  /** Of boxes on this machine. */
  public Tickets(Http operator, int port) {
    this(operator, "127.0.0.1", port);
  }

  /** The ticket of a box at a centre to which so many desks are ceded. */
  public JsonNode expect(String name, String centre, int ceded) {
    return expect(name, centre, ceded, 2083);
  }

  /** The same, and where the hub speaks RADIUS over TLS. */
  JsonNode expect(String name, String centre, int ceded, int radsec) {
    var order =
        """
        {"centreId":"%s","uplink":"eth0","ceded":%d,
        "networks":[{"ssid":"Escale","personalKeys":true,"device":"wlan0","channel":6}],
        "hub":{"address":"http://%s:%d","radius":"localhost","port":%d,
        "portal":"https://hub.example/p"}}"""
            .formatted(centre, ceded, host, port, radsec);
    var made = operator.post("/api/v1/gateways/" + name + "/box", order);
    assertEquals(made.body(), 201, made.status());
    return made.json();
  }

  /** The hub speaks RADIUS over TLS at that port, by the keys that it makes for itself. */
  void hubListens(Path keys, int radsec) throws IOException {
    var made = operator.post("/api/v1/gateways/boxes/hub-keys", "{\"host\":\"localhost\"}");
    assertEquals(made.body(), 201, made.status());
    Files.writeString(keys.resolve("hub.pem"), made.json().path("hubPem").asText());
    Files.writeString(keys.resolve("hub.key"), made.json().path("hubKey").asText());
    Files.writeString(keys.resolve("boxes.pem"), made.json().path("boxesPem").asText());
    var row =
        """
        {"id":"radius-cei","centreId":"cei","driver":"radius","settings":{
        "profile":"hostapd-8021x","secret":"not-used-behind-tls","tls-keys":"%s","tls-port":"%d",
        "tls-subject":"box-cei","disconnect-port":"0","proxy":"true"}}"""
            .formatted(keys, radsec);
    var kept = operator.post("/api/v1/gateways", row);
    assertEquals(kept.body(), 201, kept.status());
  }

  /** A box that is enrolled and never says a word: its share of what may be spent is its own. */
  public void silentBox(String name, String centre) throws NoSuchAlgorithmException {
    var token = expect(name, centre, 0).path("token").asText();
    var own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
    var order =
        "{\"token\":\"%s\",\"publicKey\":\"%s\"}"
            .formatted(token, Base64.getEncoder().encodeToString(own));
    assertEquals(201, operator.post("/api/v1/gateways/enrol", order).status());
  }
}
