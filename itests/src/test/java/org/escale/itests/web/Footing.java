package org.escale.itests.web;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.stream.StreamSupport;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;

/** What stands at the centre before somebody looks at it in a browser. */
final class Footing {
  private Footing() {}

  /** A desk at the centre, on the next day. */
  static JsonNode book(EscaleProcess escale, Instant now, Account member) {
    var from = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(25));
    var to = from.plus(Duration.ofHours(2));
    var wish = "lat=50.6683&lon=4.6144&kind=DESK&people=1&limit=1000&from=%s&to=%s";
    var free = escale.http(member).get("/api/v1/availability?" + wish.formatted(from, to));
    var space =
        StreamSupport.stream(free.json().at("/items").spliterator(), false)
            .filter(item -> item.at("/centreId").asText().equals("cei"))
            .findFirst()
            .orElseThrow()
            .at("/spaceId")
            .asText();
    var order =
        "{\"spaceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"people\":1}"
            .formatted(space, from, to);
    var booked = escale.http(member).post("/api/v1/bookings", order);
    assertEquals(booked.body(), 201, booked.status());
    return booked.json();
  }

  /** A sign of life of the box there. */
  static void beat(EscaleProcess escale, Instant now, KeyPair own, String body) throws Exception {
    var what = "POST /gateways/box-cei/beat";
    var at = now.toString();
    var signing = Signature.getInstance("Ed25519");
    signing.initSign(own.getPrivate());
    signing.update((what + "\n" + at + "\n" + body).getBytes(StandardCharsets.UTF_8));
    var signature = Base64.getEncoder().encodeToString(signing.sign());
    var order =
        "{\"at\":\"%s\",\"body\":\"%s\",\"signature\":\"%s\"}"
            .formatted(at, body.replace("\"", "\\\""), signature);
    var heard = escale.http().post("/api/v1/gateways/box-cei/beat", order);
    assertEquals(heard.body(), 204, heard.status());
  }
}
