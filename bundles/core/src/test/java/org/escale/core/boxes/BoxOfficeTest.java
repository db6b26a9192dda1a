package org.escale.core.boxes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.access.Box;
import org.escale.access.BoxPlan;
import org.escale.access.BoxReport;
import org.escale.access.GatewayId;
import org.escale.access.Session.State;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.secrets.Sha256;
import org.escale.federation.CentreId;
import org.escale.presence.Closing.By;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Beat;
import org.escale.service.Boxes.Request;
import org.escale.service.Boxes.Seen;
import org.escale.service.Boxes.Ticket;
import org.junit.After;
import org.junit.Test;

/** A box becomes known, is told what to do, and is heard. */
public class BoxOfficeTest {
  private static final GatewayId BOX = new GatewayId("box-1");
  private static final CentreId X = new CentreId("x");
  private static final BoxPlan PLAN = plan("Escale", Set.of());

  private final Hall hall = new Hall();
  private final Boxes boxes = hall.boxes();
  private final KeyPair own = Signing.fresh();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void aTokenCountsOnce() {
    var ticket = expected();
    var enrolled = Answers.done(boxes.enrol(ticket.text(), publicKey(own)));
    assertEquals(X, enrolled.centre());
    refused(RefusalCode.NOT_FOUND, boxes.enrol(ticket.text(), publicKey(Signing.fresh())));
    var again = Answers.done(boxes.enrol(ticket.text(), publicKey(own)));
    assertEquals("an answer that was lost", enrolled.hubKey(), again.hubKey());
    Answers.done(boxes.configuration(request(own, "GET /gateways/box-1/config", "")));
  }

  @Test
  public void aBoxIsGivenACertificateForItsOwnKey() throws Exception {
    var enrolled = Answers.done(boxes.enrol(expected().text(), publicKey(own)));
    var certificate = read(enrolled.certificate());
    var authority = read(enrolled.authority());
    assertEquals(own.getPublic(), certificate.getPublicKey());
    assertEquals("CN=box-1", certificate.getSubjectX500Principal().getName());
    certificate.verify(authority.getPublicKey());
    authority.verify(authority.getPublicKey());
    certificate.checkValidity(Date.from(hall.house.clock.instant()));
    assertEquals(-1, certificate.getBasicConstraints());
    assertTrue(authority.getBasicConstraints() >= 0);
    var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
    var trust = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
    trust.setRevocationEnabled(false);
    trust.setDate(Date.from(hall.house.clock.instant()));
    CertPathValidator.getInstance("PKIX").validate(path, trust);
  }

  private static X509Certificate read(String pem) throws Exception {
    var bytes = new ByteArrayInputStream(pem.getBytes(UTF_8));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
  }

  @Test
  public void aTokenThatHasEndedIsRefusedAndChangesNothing() {
    var ticket = expected();
    hall.pass(Duration.ofHours(Boxes.TOKEN_HOURS));
    refused(RefusalCode.NOT_FOUND, boxes.enrol(ticket.text(), publicKey(own)));
    assertEquals(Box.State.AWAITED, hall.house.all(Box.class).get(0).state());
    refused(RefusalCode.NOT_FOUND, boxes.enrol("x".repeat(43), publicKey(own)));
    refused(RefusalCode.INVALID_FIELD, boxes.enrol(expected().text(), "no key"));
  }

  @Test
  public void ofTwoTokensOnlyTheLatterCounts() {
    var first = expected();
    var second = expected();
    refused(RefusalCode.NOT_FOUND, boxes.enrol(first.text(), publicKey(own)));
    Answers.done(boxes.enrol(second.text(), publicKey(own)));
  }

  @Test
  public void onlyTheOperatorExpectsBoxesAndNoPlanThatCannotWork() {
    refused(RefusalCode.NOT_ALLOWED, boxes.expect(hall.house.desk("x"), BOX, X, PLAN));
    refused(RefusalCode.NOT_ALLOWED, boxes.revoke(hall.house.desk("x"), BOX));
    var operator = hall.house.federation();
    refused(RefusalCode.NOT_FOUND, boxes.expect(operator, BOX, new CentreId("nowhere"), PLAN));
    var bad = plan("two\nlines", Set.of());
    refused(RefusalCode.INVALID_FIELD, boxes.expect(operator, BOX, X, bad));
    assertEquals(List.of(), hall.house.all(Box.class));
  }

  @Test
  public void aConfigurationIsSignedAndTheSameWhileItsFactsAre() {
    var hub = enrolled();
    var request = request(own, "GET /gateways/box-1/config", "");
    var first = Answers.done(boxes.configuration(request));
    assertEquals(Sha256.of(first.text()), first.digest());
    assertTrue(Signing.holds(hub, first.text(), first.signature()));
    assertFalse(Signing.holds(hub, first.text() + " ", first.signature()));
    assertEquals(first, Answers.done(boxes.configuration(request)));
    hall.walkIn("ann");
    var second = Answers.done(boxes.configuration(request));
    assertNotEquals(first.digest(), second.digest());
    assertTrue(second.text().contains("link add name seg"));
  }

  @Test
  public void whoDoesNotSignAsTheBoxIsToldNothing() {
    enrolled();
    var what = "GET /gateways/box-1/config";
    refused(RefusalCode.NOT_FOUND, boxes.configuration(request(Signing.fresh(), what, "")));
    var good = request(own, what, "");
    refused(
        RefusalCode.NOT_FOUND,
        boxes.configuration(
            new Request(BOX, good.at(), "GET /gateways/box-1/entitlements", "", good.signature())));
    refused(
        RefusalCode.NOT_FOUND,
        boxes.configuration(new Request(BOX, good.at(), what, "other", good.signature())));
    hall.pass(Duration.ofSeconds(Boxes.CLOCK_SECONDS + 1));
    refused(RefusalCode.NOT_FOUND, boxes.configuration(good));
  }

  @Test
  public void aBoxThatIsRevokedIsToldNothing() {
    enrolled();
    Answers.done(boxes.revoke(hall.house.federation(), BOX));
    refused(
        RefusalCode.NOT_FOUND, boxes.configuration(request(own, "GET /gateways/box-1/config", "")));
    refused(RefusalCode.NOT_FOUND, boxes.revoke(hall.house.federation(), new GatewayId("other")));
  }

  @Test
  public void itsSignOfLifeIsKept() {
    enrolled();
    var beat = new Beat("a".repeat(64), false, "n".repeat(900), Optional.empty());
    Answers.done(boxes.beat(request(own, "POST /gateways/box-1/beat", "{}"), beat));
    var report = hall.house.all(BoxReport.class).get(0);
    assertEquals(hall.house.clock.instant(), report.heard());
    assertEquals(500, report.text().length());
    var wrong = new Beat("../etc", true, "", Optional.empty());
    refused(
        RefusalCode.INVALID_FIELD,
        boxes.beat(request(own, "POST /gateways/box-1/beat", "{}"), wrong));
  }

  @Test
  public void s5_theListForTheTimeWithoutALineHoldsDigestsAndNoNames() {
    var hub = enrolled();
    var visit = hall.walkIn("ann");
    var list =
        Answers.done(boxes.entitlements(request(own, "GET /gateways/box-1/entitlements", "")));
    assertTrue(Signing.holds(hub, list.text(), list.signature()));
    var key = hall.key(hall.house.member("ann"), visit);
    var salt = list.text().lines().filter(l -> l.startsWith("salt ")).findFirst().orElseThrow();
    assertTrue(list.text().contains(Sha256.of(salt.substring(5) + key)));
    assertFalse("it fits nothing elsewhere", list.text().contains(Sha256.of(key)));
    assertFalse(list.text().contains(key));
    assertFalse(list.text().contains("ann"));
    hall.pass(Duration.ofMinutes(1));
    hall.leave("ann", visit);
    var after =
        Answers.done(boxes.entitlements(request(own, "GET /gateways/box-1/entitlements", "")));
    assertFalse(after.text().contains("grant "));
  }

  @Test
  public void s5_s6_whatItSawCountsOnceInAnyOrder() {
    enrolled();
    var visit = hall.walkIn("ann");
    var grant = hall.session(visit).id().value();
    var start = hall.house.clock.instant();
    hall.pass(Duration.ofMinutes(40));
    var seen =
        new ArrayList<>(
            List.of(
                new Seen(1, "START", grant, start.plusSeconds(5)),
                new Seen(2, "ALIVE", grant, start.plusSeconds(600)),
                new Seen(3, "STOP", grant, start.plusSeconds(1200))));
    Collections.reverse(seen);
    var request = request(own, "POST /gateways/box-1/events", "[]");
    assertEquals(Long.valueOf(3), Answers.done(boxes.seen(request, seen)));
    assertEquals(Long.valueOf(3), Answers.done(boxes.seen(request, seen)));
    assertEquals(State.ENDED, hall.session(visit).state());
    assertEquals(By.GATEWAY, hall.now(visit).closing().orElseThrow().by());
    assertEquals(1, hall.records(visit).size());
    var wrong = List.of(new Seen(4, "DANCE", grant, start));
    refused(RefusalCode.INVALID_FIELD, boxes.seen(request, wrong));
  }

  private Ticket expected() {
    return Answers.done(boxes.expect(hall.house.federation(), BOX, X, PLAN));
  }

  private String enrolled() {
    return Answers.done(boxes.enrol(expected().text(), publicKey(own))).hubKey();
  }

  private Request request(KeyPair key, String what, String body) {
    Instant at = hall.house.clock.instant();
    var unsigned = new Request(BOX, at, what, body, "");
    var secret = Signing.text(key.getPrivate().getEncoded());
    return new Request(BOX, at, what, body, Signing.sign(secret, unsigned.signed()));
  }

  private static String publicKey(KeyPair pair) {
    return Signing.text(pair.getPublic().getEncoded());
  }

  private static BoxPlan plan(String ssid, Set<Pseudonym> open) {
    return new BoxPlan(
        "eth0",
        List.of(new BoxPlan.Network(ssid, true, "wlan0", 6)),
        new BoxPlan.Hub("https://hub.example", "hub.example", 2083, "https://hub.example/portal"),
        open,
        0);
  }
}
