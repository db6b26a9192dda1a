package org.escale.core.boxes;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.escale.access.BoxPlan;
import org.escale.access.GatewayId;
import org.escale.access.LineSamples;
import org.escale.caller.Caller;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Beat;
import org.escale.service.Boxes.Request;
import org.escale.service.Boxes.Seen;

/** A box of a hall, enrolled, that says what it is told to say. */
final class ToyBox {
  static final GatewayId ID = new GatewayId("box-1");

  private final Hall hall;
  private final Boxes boxes;
  private final GatewayId id;
  private final KeyPair own = Signing.fresh();

  /** One at centre {@code x}, to which so many desks are ceded. */
  ToyBox(Hall hall, int ceded) {
    this(hall, ID.value(), ceded);
  }

  /** One of that name. */
  ToyBox(Hall hall, String name, int ceded) {
    this.hall = hall;
    this.id = new GatewayId(name);
    this.boxes = hall.boxes();
    var plan =
        new BoxPlan(
            "eth0",
            List.of(new BoxPlan.Network("Escale", true, "wlan0", 6)),
            new BoxPlan.Hub(
                "https://hub.example", "hub.example", 2083, "https://hub.example/portal"),
            Set.of(),
            ceded);
    var ticket = Answers.done(boxes.expect(hall.house.federation(), id, new CentreId("x"), plan));
    Answers.done(boxes.enrol(ticket.text(), Signing.text(own.getPublic().getEncoded())));
  }

  /** It lives. */
  void beats() {
    var beat = new Beat("a".repeat(64), true, "", Optional.empty());
    Answers.done(boxes.beat(request("POST /gateways/" + id + "/beat"), beat));
    hall.steward.runDue();
  }

  /** It lives, and tells what its line carried. */
  Outcome<GatewayId> beats(LineSamples.Sample sample) {
    var beat = new Beat("a".repeat(64), true, "", Optional.of(sample));
    return boxes.beat(request("POST /gateways/" + id + "/beat"), beat);
  }

  /** It moves so many bytes. */
  Outcome<Integer> moves(int bytes) {
    return boxes.line(request("POST /gateways/" + id + "/line/down"), bytes);
  }

  /** It is asked to measure. */
  Outcome<GatewayId> asked(Caller caller, GatewayId box) {
    return boxes.measure(caller, box);
  }

  /** It tells what it saw. */
  Outcome<Long> tells(Seen... events) {
    return tells(Duration.ZERO, events);
  }

  /** It tells that, by a clock that is off. */
  Outcome<Long> tells(Duration off, Seen... events) {
    var at = hall.house.clock.instant().plus(off);
    return boxes.seen(request(at, "POST /gateways/" + id + "/events"), List.of(events));
  }

  /** Nobody believes it any longer. */
  void revoked() {
    Answers.done(boxes.revoke(hall.house.federation(), id));
  }

  /** What it is told of who may come in. */
  String entitlements() {
    return Answers.done(boxes.entitlements(request("GET /gateways/" + id + "/entitlements")))
        .text();
  }

  /** It waits until who is checked in is not what that says. */
  CompletableFuture<Outcome<Boolean>> waits(String known) {
    return boxes.changed(request(after(known)), known).toCompletableFuture();
  }

  /** The same, there. */
  CompletableFuture<Outcome<Boolean>> waits(Awaiting there, String known) {
    return there.changed(request(after(known)), known).toCompletableFuture();
  }

  private String after(String known) {
    return "GET /gateways/" + id + "/entitlements/after/" + known;
  }

  /** It asks for a certificate: for its own key where {@code open} is empty. */
  Outcome<Boxes.Signed> certificate(String open) {
    return boxes.certificate(
        request(hall.house.clock.instant(), "POST /gateways/" + id + "/certificate", open));
  }

  private Request request(String what) {
    return request(hall.house.clock.instant(), what, "");
  }

  private Request request(Instant at, String what) {
    return request(at, what, "");
  }

  private Request request(Instant at, String what, String body) {
    var unsigned = new Request(id, at, what, body, "");
    var secret = Signing.text(own.getPrivate().getEncoded());
    return new Request(id, at, what, body, Signing.sign(secret, unsigned.signed()));
  }
}
