package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.junit.After;
import org.junit.Test;

/**
 * A real openNDS 9.10, a device that sees a web server only while its person is checked in, leases
 * of one minute, and how long after a check-out it still passes.
 */
public class OpenNdsTest {
  private static final String KEY = "abcde-fghjk-mnpqr-stuvw";

  private final PortalDriver driver = new PortalDriver(Clock.systemUTC());
  private final Hub told = new Hub();
  private HubServer hub;
  private Centre centre;
  private Gateway gateway;

  @After
  public void down() {
    gateway.close();
    centre.close();
    hub.close();
  }

  @Test
  public void s1_withTheAgentACheckOutCutsWithinFiveSecondsAndALeaseGoesOn()
      throws GatewayException {
    hub = new HubServer(HubServer.plain(), driver);
    centre = Centre.up(1, hub.port(), Map.of("MINUTES", "1"));
    centre.agent(url("http") + "/portal/" + Centre.GATEWAY);
    open("http", Map.of("box", "opennds-1", "agent", "true"));
    enters();
    staysBeyondItsLease();
    assertEquals(List.of(Kind.START), told.kinds(Kind.ALIVE));
    var cut = checkedOut(Duration.ofSeconds(20));
    assertTrue("cut after " + cut, cut.compareTo(Duration.ofSeconds(5)) <= 0);
    says("level 1 with the agent", cut);
    assertFalse("a key in an address", String.join(" ", hub.addresses()).contains(KEY));
  }

  @Test
  public void s3_whoWentWhileTheHubWasAwayIsToldWhenItIsBack() throws GatewayException {
    hub = new HubServer(HubServer.plain(), driver);
    centre = Centre.up(1, hub.port(), Map.of("MINUTES", "1"));
    centre.agent(url("http") + "/portal/" + Centre.GATEWAY);
    open("http", Map.of("box", "opennds-1", "agent", "true"));
    enters();
    await(Duration.ofSeconds(20), () -> !told.attached().isEmpty());
    gateway.close();
    var away = Instant.now();
    await(Duration.ofSeconds(20), this::isPutOut);
    open("http", Map.of("box", "opennds-1", "agent", "true"));
    await(Duration.ofSeconds(20), () -> told.kinds(Kind.ALIVE).contains(Kind.STOP));
    assertEquals(List.of(Kind.START, Kind.STOP), told.kinds(Kind.ALIVE));
    assertFalse("seen after it was away", told.last().at().isAfter(away));
    assertEquals(List.of(), gateway.sessions());
  }

  /** Again and again: ndsctl serves one at a time, and the agent asks as well. */
  private boolean isPutOut() {
    centre.box("ndsctl", "deauth", Centre.PHONE);
    return !centre.reaches();
  }

  @Test
  public void s1_withoutTheAgentACheckOutCutsAtTheEndOfTheLease() throws GatewayException {
    hub = new HubServer(HubServer.plain(), driver);
    centre = Centre.up(1, hub.port(), Map.of("MINUTES", "1"));
    open("http", Map.of("box", "opennds-1"));
    enters();
    var cut = checkedOut(Duration.ofSeconds(80));
    says("level 1 without the agent, lease PT1M", cut);
  }

  @Test
  public void s1_atLevelThreeTheBoxAsksWhomToLetInAndALeaseGoesOn() throws Exception {
    var tls = Tls.made();
    hub = new HubServer(HubServer.secure(tls.keys()), driver);
    var file = tls.certificate().toString();
    var trusts = Map.of("SSL_CERT_FILE", file, "CURL_CA_BUNDLE", file);
    centre = Centre.up(3, hub.port(), trusts);
    open("https", Map.of("box", "opennds-3", "name", Centre.NAME));
    enters();
    staysBeyondItsLease();
    assertEquals(List.of(Kind.START), told.kinds(Kind.ALIVE));
    says("level 3, lease PT1M", checkedOut(Duration.ofSeconds(80)));
  }

  private void open(String scheme, Map<String, String> more) throws GatewayException {
    var settings = new HashMap<>(Map.of("lease", "PT1M", "secret", Centre.SECRET));
    settings.putAll(Map.of("address", Centre.BOX, "url", url(scheme)));
    settings.putAll(more);
    var config = new GatewayConfig(new GatewayId(Centre.GATEWAY), new CentreId("here"), settings);
    gateway = driver.open(config, told);
    await(Duration.ofSeconds(20), () -> gateway.health().up());
  }

  /** Before the key no packet, after it yes: the positive control. */
  private void enters() {
    assertFalse("it passes before anybody checked in", centre.reaches());
    var refused = centre.brings(KEY);
    assertTrue(refused, refused.contains("role=\"alert\""));
    assertFalse("it passes with a key of nobody", centre.reaches());
    told.grant = Optional.of(grant(1, false));
    gateway.apply(grant(1, false));
    centre.brings(KEY);
    await(Duration.ofSeconds(20), centre::reaches);
    await(Duration.ofSeconds(20), () -> gateway.sessions().size() == 1);
  }

  /** Over a minute later it still passes; it may miss a few seconds where a lease is renewed. */
  private void staysBeyondItsLease() {
    var began = System.nanoTime();
    await(Duration.ofSeconds(90), () -> since(began).compareTo(Duration.ofSeconds(75)) > 0);
    await(Duration.ofSeconds(20), centre::reaches);
    assertEquals(1, gateway.sessions().size());
  }

  /** Checks out; how long until nothing passes. Then the stop is told. */
  private Duration checkedOut(Duration longest) {
    gateway.apply(grant(2, true));
    told.grant = Optional.empty();
    var began = System.nanoTime();
    await(longest, () -> !centre.reaches());
    var cut = since(began);
    await(longest, () -> gateway.sessions().isEmpty());
    await(Duration.ofSeconds(5), () -> told.kinds(Kind.ALIVE).contains(Kind.STOP));
    centre.opens();
    assertFalse("it passes again", centre.reaches());
    return cut;
  }

  private String url(String scheme) {
    return scheme + "://" + Centre.HUB + ":" + hub.port();
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static void says(String what, Duration cut) {
    System.out.printf(
        "portal, %s: nothing passes %.1f s after check-out%n", what, cut.toMillis() / 1000.0);
  }

  private static void await(Duration longest, BooleanSupplier until) {
    var began = System.nanoTime();
    while (!until.getAsBoolean()) {
      assertTrue("not within " + longest, since(began).compareTo(longest) < 0);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private static AccessGrant grant(long revision, boolean revoked) {
    var now = Instant.now();
    return new AccessGrant(
        new GrantId("00000000-0000-4000-8000-000000000001"),
        revision,
        new VisitId("v"),
        new Pseudonym("p"),
        new CentreId("here"),
        7,
        KEY,
        now.minusSeconds(60),
        now.plus(Duration.ofHours(2)),
        revoked);
  }

  private static final class Hub implements GatewayHost {
    private final List<GatewayEvent> events = new CopyOnWriteArrayList<>();
    private volatile Optional<AccessGrant> grant = Optional.empty();

    @Override
    public boolean admit(org.escale.access.GrantId grant, String device) {
      return true;
    }

    @Override
    public java.util.Map<org.escale.access.GrantId, org.escale.spi.gateway.Attachment> attached() {
      return events.stream()
          .filter(event -> event.attachment().isPresent())
          .collect(
              Collectors.toMap(
                  GatewayEvent::grant, e -> e.attachment().get(), (before, later) -> later));
    }

    @Override
    public Optional<Instant> lastSeen(GrantId id) {
      return events.stream().map(GatewayEvent::at).max(Instant::compareTo);
    }

    GatewayEvent last() {
      return events.get(events.size() - 1);
    }

    @Override
    public Optional<AccessGrant> grant(org.escale.spi.gateway.Claim presented) {
      return grant.filter(known -> known.key().equals(presented.value()));
    }

    @Override
    public void report(List<GatewayEvent> batch) throws IOException {
      events.addAll(batch);
    }

    List<Kind> kinds(Kind but) {
      return events.stream().map(GatewayEvent::kind).filter(kind -> kind != but).toList();
    }
  }
}
