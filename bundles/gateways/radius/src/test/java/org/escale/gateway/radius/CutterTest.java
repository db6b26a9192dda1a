package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Secret;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.junit.Before;
import org.junit.Test;

/** Who may be there no longer is cut until there is proof. */
public class CutterTest {
  private static final int START = 1;

  private final Bench bench = new Bench();
  private Here here;
  private Sessions sessions;
  private Cutter cutter;
  private AccessGrant grant;

  @Before
  public void open() throws GatewayException {
    use("hostapd-8021x");
    grant = here.book().learn(bench.hub.lets("ann", Bench.EIGHT));
  }

  @Test
  public void theGearIsAskedWhetherItIsThere() {
    var question = only(cutter.due());
    assertTrue(Bench.secret().signed(question));
    assertEquals(Optional.empty(), cutter.reachable());
    answer(question, Code.DISCONNECT_NAK, 503);
    assertEquals(Optional.of(true), cutter.reachable());
    bench.pass(Duration.ofSeconds(29));
    assertEquals(List.of(), cutter.due().packets());
    bench.pass(Duration.ofSeconds(1));
    assertEquals(1, cutter.due().packets().size());
    bench.pass(Duration.ofSeconds(1));
    cutter.due();
    bench.pass(Duration.ofSeconds(2));
    cutter.due();
    assertEquals(Optional.of(false), cutter.reachable());
  }

  @Test
  public void silenceIsTheSamePacketAgainAfterOneTwoFourAndEightSeconds() {
    inAndRevoked();
    var first = cut();
    for (int pause : new int[] {1, 2, 4, 8}) {
      bench.pass(Duration.ofSeconds(pause).minusMillis(1));
      assertEquals("before " + pause, List.of(), cuts());
      bench.pass(Duration.ofMillis(1));
      assertEquals("after " + pause, hex(first), hex(cut()));
    }
    bench.pass(Duration.ofSeconds(8));
    var fresh = cut();
    assertFalse("a fresh one", hex(first).equals(hex(fresh)));
    assertEquals(Optional.of(false), cutter.reachable());
  }

  @Test
  public void anUnknownSessionIsCut() {
    inAndRevoked();
    assertEquals(List.of(Kind.STOP), Bench.kinds(answer(cut(), Code.DISCONNECT_NAK, 503)));
    assertEquals(List.of(), sessions.sessions());
    assertEquals(List.of(), cuts());
  }

  /** Otherwise whoever forgot to check out would be billed until the cut. */
  @Test
  public void s6_whoseGoingNobodySawWentAtTheLastSignOfLife() throws GatewayException {
    inAndRevoked();
    var seen = sessions.sessions().get(0).lastSeen();
    bench.pass(Duration.ofMinutes(60));
    var stop = answer(cut(), Code.DISCONNECT_NAK, 503).get(0);
    assertEquals(seen, stop.at());
    use("hostapd-8021x");
    inAndRevoked();
    answer(cut(), Code.DISCONNECT_ACK, 0);
    bench.pass(Duration.ofSeconds(75));
    assertEquals(seen, cutter.due().events().get(0).at());
  }

  @Test
  public void anotherRefusalIsCountedAndTriedAgain() {
    inAndRevoked();
    assertEquals(List.of(), answer(cut(), Code.DISCONNECT_NAK, 401));
    assertEquals(1, here.tally().of(Noted.NOT_CUT));
    assertEquals(1, sessions.sessions().size());
    bench.pass(Duration.ofSeconds(8));
    cut();
  }

  @Test
  public void aYesProvesNothingUntilTheWatchIsOver() {
    inAndRevoked();
    assertEquals(List.of(), answer(cut(), Code.DISCONNECT_ACK, 0));
    assertEquals(1, sessions.sessions().size());
    bench.pass(Duration.ofSeconds(74));
    assertEquals(List.of(), cutter.due().events());
    bench.pass(Duration.ofSeconds(1));
    assertEquals(List.of(Kind.STOP), Bench.kinds(cutter.due().events()));
    assertEquals(List.of(), sessions.sessions());
  }

  /** hostapd remembers a device's answer for about 30 s, and asks nobody again. */
  @Test
  public void lifeAfterTheEndIsCutAgainWithAnAlarm() {
    inAndRevoked();
    answer(cut(), Code.DISCONNECT_ACK, 0);
    told(2, "s", 10);
    assertEquals(List.of(), sessions.sessions());
    bench.pass(Duration.ofMillis(200));
    assertEquals(List.of(Kind.START), told(START, "s", 11));
    assertEquals(1, here.tally().of(Noted.LIFE_AFTER_END));
    cut();
  }

  @Test
  public void lifeAfterAYesIsCutAtOnce() {
    inAndRevoked();
    answer(cut(), Code.DISCONNECT_ACK, 0);
    bench.pass(Duration.ofSeconds(1));
    told(3, "s", 61);
    cut();
    assertEquals(1, here.tally().of(Noted.LIFE_AFTER_END));
  }

  @Test
  public void s4_theEndIsCutByOurOwnTimer() {
    told(START, "s", 0);
    assertEquals(List.of(), cuts());
    bench.pass(Duration.ofHours(2));
    cut();
  }

  @Test
  public void gw11_whatWasThereBeforeARestartIsCut() throws GatewayException {
    bench.hub.attached.put(
        grant.id(), new Attachment(new GatewayId("gw"), "020000000001", "before"));
    use("hostapd-8021x");
    assertEquals(1, sessions.sessions().size());
    assertEquals("not known yet whether it may", List.of(), cuts());
    here.book().learn(bench.hub.revokes(grant));
    var order = cut();
    assertEquals(Optional.of("before"), order.text(Type.ACCT_SESSION_ID));
    assertEquals(Optional.of("02-00-00-00-00-01"), order.text(Type.CALLING_STATION_ID));
  }

  @Test
  public void eachKindOfGearIsToldWhatItKnowsASessionBy() throws GatewayException {
    inAndRevoked();
    var hostapd = cut();
    assertTrue(Bench.secret().requested(hostapd) && Bench.secret().signed(hostapd));
    assertTrue(hostapd.has(Type.EVENT_TIMESTAMP) && hostapd.has(Type.CALLING_STATION_ID));
    assertFalse(hostapd.has(Type.USER_NAME));
    use("coovachilli");
    inAndRevoked();
    var chilli = cut();
    assertEquals(Optional.of("ann"), chilli.text(Type.USER_NAME));
    assertEquals(Optional.of("s"), chilli.text(Type.ACCT_SESSION_ID));
    assertFalse(chilli.has(Type.MESSAGE_AUTHENTICATOR) || chilli.has(Type.CALLING_STATION_ID));
    assertEquals(List.of(Kind.STOP), Bench.kinds(answer(chilli, Code.DISCONNECT_NAK, 0)));
  }

  @Test
  public void aForgedAnswerIsNotBelieved() {
    inAndRevoked();
    var order = cut();
    var forged =
        Message.answer(Code.DISCONNECT_NAK, order)
            .number(Type.ERROR_CAUSE, 503)
            .answering(Secret.of("another-secret-of-20"), order.authenticator());
    assertEquals(List.of(), cutter.answered(forged, forged.length));
    assertEquals(1, sessions.sessions().size());
    assertEquals(1, here.tally().of(Noted.WRONG_SECRET));
  }

  private void use(String profile) throws GatewayException {
    here = bench.here(profile);
    sessions = Bench.sessions(here);
    cutter = new Cutter(here, sessions);
  }

  private void inAndRevoked() {
    here.book().learn(bench.hub.lets("ann", Bench.EIGHT));
    told(START, "s", 0);
    here.book().learn(bench.hub.revokes(grant));
  }

  private List<Kind> told(int status, String session, long seconds) {
    var news = Bench.news(status, session, "ann", seconds);
    return Bench.kinds(sessions.take(Bench.reading(here, news)));
  }

  /** The one order to cut that is due now. */
  private Packet cut() {
    var all = cuts();
    assertEquals(1, all.size());
    return all.get(0);
  }

  private List<Packet> cuts() {
    return cutter.due().packets().stream()
        .map(octets -> Packet.read(octets, octets.length).orElseThrow())
        .filter(packet -> !packet.text(Type.ACCT_SESSION_ID).equals(Optional.of("escale-nobody")))
        .toList();
  }

  private static Packet only(Cutter.Due due) {
    assertEquals(1, due.packets().size());
    var octets = due.packets().get(0);
    return Packet.read(octets, octets.length).orElseThrow();
  }

  private List<GatewayEvent> answer(Packet order, int code, long cause) {
    var message = Message.answer(code, order);
    if (cause > 0) {
      message.number(Type.ERROR_CAUSE, cause);
    }
    var octets = message.answering(Bench.secret(), order.authenticator());
    return cutter.answered(octets, octets.length);
  }

  private static String hex(Packet packet) {
    return java.util.HexFormat.of().formatHex(packet.octets());
  }
}
