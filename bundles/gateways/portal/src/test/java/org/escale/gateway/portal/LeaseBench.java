package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.junit.rules.ExternalResource;

/**
 * A real openNDS 9.10, a device that sees a web server only while its person is checked in, and our
 * hub: for one test.
 */
final class LeaseBench extends ExternalResource {
  static final String KEY = "abcde-fghjk-mnpqr-stuvw";

  final OneGrant told = new OneGrant();
  final PortalDriver driver = new PortalDriver(Clock.systemUTC());
  HubServer hub;
  Centre centre;
  Gateway gateway;

  @Override
  protected void after() {
    gateway.close();
    centre.close();
    hub.close();
  }

  void open(String scheme, Map<String, String> more) throws GatewayException {
    var settings = new HashMap<>(Map.of("lease", "PT1M", "secret", Centre.SECRET));
    settings.putAll(Map.of("address", Centre.BOX, "url", url(scheme)));
    settings.putAll(more);
    var config = new GatewayConfig(new GatewayId(Centre.GATEWAY), new CentreId("here"), settings);
    gateway = driver.open(config, told);
    await(Duration.ofSeconds(20), () -> gateway.health().up());
  }

  /** Before the key no packet, after it yes: the positive control. */
  void enters() {
    assertFalse("it passes before anybody checked in", centre.reaches());
    var refused = centre.brings(KEY);
    assertTrue(refused, refused.contains("role=\"alert\""));
    assertFalse("it passes with a key of nobody", centre.reaches());
    checksIn();
    centre.brings(KEY);
    await(Duration.ofSeconds(20), centre::reaches);
    await(Duration.ofSeconds(20), () -> gateway.sessions().size() == 1);
  }

  /** The person is checked in. */
  void checksIn() {
    told.grant = Optional.of(grant(1, false));
    gateway.apply(grant(1, false));
  }

  /** Over a minute later it still passes; it may miss a few seconds where a lease is renewed. */
  void staysBeyondItsLease() {
    var began = System.nanoTime();
    await(Duration.ofSeconds(90), () -> since(began).compareTo(Duration.ofSeconds(75)) > 0);
    await(Duration.ofSeconds(20), centre::reaches);
    assertEquals(1, gateway.sessions().size());
  }

  /** Checks out; how long until nothing passes. Then the stop is told. */
  Duration checkedOut(Duration longest) {
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

  String url(String scheme) {
    return scheme + "://" + Centre.HUB + ":" + hub.port();
  }

  static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  static void says(String what, Duration cut) {
    System.out.printf(
        "portal, %s: nothing passes %.1f s after check-out%n", what, cut.toMillis() / 1000.0);
  }

  static void await(Duration longest, BooleanSupplier until) {
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
}
