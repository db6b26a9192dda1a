package org.escale.tck.gateway;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.escale.access.GrantId;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.junit.Test;

/** The rules GW1 to GW13 of {@link GatewayDriver}. */
public abstract class GatewayDriverContract extends GatewayBench {
  @Test
  public void gw1_aGatewayWorksOrIsNotOpened() {
    await("the gateway is up", () -> gateway.health().up());
    var lab = bench.lab();
    assertThrows(GatewayException.class, () -> lab.driver().open(lab.broken(), host).close());
  }

  @Test
  public void gw2_applyingTwiceOrTooLateChangesNothing() {
    var grant = grant("g2", 2, "key-2");
    assertEquals(GatewayAnswer.APPLIED, apply(grant));
    assertEquals(GatewayAnswer.APPLIED, apply(grant));
    apply(SampleGrants.revoked(grant, 3));
    gateway.apply(grant);
    assertFalse("an older revision brought the grant back", associate("key-2"));
  }

  @Test
  public void gw3_aRevokedGrantCutsItsSession() {
    var grant = grant("g3", 1, "key-3");
    apply(grant);
    assertTrue(associate("key-3"));
    assertEquals(1, gateway.sessions().size());
    apply(SampleGrants.revoked(grant, 2));
    await("the session is cut", () -> gateway.sessions().isEmpty());
    await("the stop is reported", () -> kinds().contains(Kind.STOP));
    assertFalse("a revoked grant lets in", associate("key-3"));
  }

  @Test
  public void gw3_aGrantThatIsOverCutsItsSession() {
    apply(grant("g3b", 1, "key-3b"));
    assertTrue(associate("key-3b"));
    bench.clock().advance(Duration.ofHours(3));
    await("the session is cut", () -> gateway.sessions().isEmpty());
    assertFalse("a grant that is over lets in", associate("key-3b"));
  }

  @Test
  public void gw4_aKeyLetsInItsOwnPersonAtItsOwnCentreOnly() {
    apply(grant("g4", 1, "key-4"));
    var there = new CentreId("there");
    var away = SampleGrants.at(grant("g4b", 1, "key-4b"), there);
    gateway.apply(away);
    host.knows(away);
    assertFalse("an unknown key", associate("key-of-nobody"));
    assertFalse("a grant of another centre", associate("key-4b"));
    assertTrue(associate("key-4"));
    var alive = gateway.sessions();
    assertEquals(List.of(new GrantId("g4")), alive.stream().map(s -> s.grant()).toList());
  }

  @Test
  public void gw4_aNewerRevisionMovesTheEnd() {
    var grant = grant("g4c", 1, "key-4c");
    apply(grant);
    assertTrue(associate("key-4c"));
    apply(SampleGrants.until(grant, 2, grant.until().plus(Duration.ofHours(2))));
    bench.clock().advance(Duration.ofHours(3));
    assertEquals("it lives on", 1, gateway.sessions().size());
    assertTrue(associate("key-4c"));
    apply(SampleGrants.until(grant, 3, bench.clock().instant().plus(Duration.ofMinutes(10))));
    bench.clock().advance(Duration.ofMinutes(10));
    await("the session is cut at its new end", () -> gateway.sessions().isEmpty());
  }

  @Test
  public void gw5_noEventIsLostWhileTheHubFailsAndNumbersGrow() {
    host.fails(2);
    var grant = grant("g5", 1, "key-5");
    apply(grant);
    assertTrue(associate("key-5"));
    bench.clock().advance(Duration.ofMinutes(2));
    await("life is reported", () -> kinds().contains(Kind.ALIVE));
    apply(SampleGrants.revoked(grant, 2));
    await("the stop is reported", () -> kinds().contains(Kind.STOP));
    assertEquals(Kind.START, host.events().get(0).kind());
    var numbers = host.events().stream().map(GatewayEvent::sequence).toList();
    assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
  }

  @Test
  public void gw6_silenceIsAnAnswerWithinFiveSeconds() throws GatewayException {
    var lab = bench.lab();
    try (var silent = lab.driver().open(lab.silent(), host)) {
      var began = System.nanoTime();
      assertEquals(GatewayAnswer.UNREACHABLE, silent.apply(grant("g6", 1, "key-6")));
      assertFalse(silent.health().up());
      assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 10);
    }
  }

  @Test
  public void gw7_keysStandNowhere() {
    var grant = grant("g7", 1, "key-seven");
    apply(grant);
    associate("key-seven");
    var said = gateway + gateway.health().text() + gateway.sessions() + host.events();
    assertFalse(said, said.contains("key-seven"));
  }

  @Test
  public void gw8_closingTwiceLeavesNoThread() {
    gateway.close();
    gateway.close();
    await("its threads end", () -> before.containsAll(threads()));
  }

  @Test
  public void gw9_whatHappenedWhileTheHubWasAwayIsToldAsItHappened() {
    host.away(true);
    var grant = grant("g9", 1, "key-9");
    apply(grant);
    assertTrue(associate("key-9"));
    var began = bench.clock().instant();
    apply(SampleGrants.revoked(grant, 2));
    await("the session is cut", () -> gateway.sessions().isEmpty());
    bench.clock().advance(Duration.ofHours(1));
    var before = host.refused();
    await("it is tried to tell it later", () -> host.refused() > before + 1);
    host.away(false);
    await("the stop is told", () -> kinds().contains(Kind.STOP));
    var told = host.events();
    // gear that tells in between that somebody is still there tells it of the same moment
    assertEquals(
        List.of(Kind.START, Kind.STOP),
        told.stream().map(e -> e.kind()).filter(kind -> kind != Kind.ALIVE).toList());
    told.forEach(event -> assertEquals(event.kind().name(), began, event.at()));
  }

  @Test
  public void gw10_nobodyBindsADeviceWhoIsNotLetIn() {
    var over = grant("g10", 1, "key-10");
    apply(over);
    apply(SampleGrants.revoked(over, 2));
    var away = SampleGrants.at(grant("g10b", 1, "key-10b"), new CentreId("there"));
    host.knows(away);
    assertFalse(associate("key-10"));
    assertFalse(associate("key-10b"));
    assertFalse("asked before all else allowed", host.asked(over.id()) || host.asked(away.id()));
  }

  @Test
  public void gw10_whoAsksAboutDevicesHeedsTheAnswer() {
    host.admitsNobody();
    var grant = grant("g10c", 1, "key-10c");
    apply(grant);
    var letIn = associate("key-10c");
    assertFalse("a copied key", letIn && host.asked(grant.id()));
  }

  @Test
  public void gw11_whatIsRememberedAndAllowedNoLongerIsCutAfterARestart() throws GatewayException {
    var grant = grant("g11", 1, "key-11");
    apply(grant);
    assertTrue(associate("key-11"));
    await("the start is reported", () -> kinds().contains(Kind.START));
    gateway.close();
    var remembered = host.attached().containsKey(grant.id());
    gateway = bench.lab().driver().open(bench.lab().config(), host);
    apply(SampleGrants.revoked(grant, 2));
    await("nobody is in", () -> gateway.sessions().isEmpty());
    if (remembered) {
      await("the stop is reported", () -> kinds().contains(Kind.STOP));
    }
    assertFalse(associate("key-11"));
  }

  /** Who is let in may have to wait until that is on disk; a decision itself asks nobody. */
  @Test
  public void gw12_aRefusalWaitsForNobody() {
    apply(grant("g12", 1, "key-12"));
    host.hangs();
    var decided = new AtomicBoolean();
    var asking = new Thread(() -> decided.set(!associate("key-of-nobody")), "asking");
    asking.start();
    try {
      var patience = bench.lab().patience().multipliedBy(2);
      await("refused while the hub keeps nothing", patience, decided::get);
    } finally {
      host.goesOn();
    }
    await("the asker ends", () -> !asking.isAlive());
  }

  @Test
  public void gw13_settingsAreLookedAtBeforeTheyAreKept() throws GatewayException {
    var lab = bench.lab();
    lab.driver().check(lab.config().settings());
    assertThrows(GatewayException.class, () -> lab.driver().check(lab.broken().settings()));
  }
}
