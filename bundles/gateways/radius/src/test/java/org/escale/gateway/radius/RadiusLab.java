package org.escale.gateway.radius;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.federation.CentreId;
import org.escale.gateway.radius.wire.Secret;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayDriver;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.escale.tck.HandClock;
import org.escale.tck.gateway.GatewayLab;
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Radclient;

/** The driver with played gear beside it, at which radclient asks to come in. */
final class RadiusLab implements GatewayLab, GatewayDriver {
  static final String SECRET = "a-secret-of-20-signs";

  private final GatewayDriver driver;
  private final PlayedNas nas;
  private final int access = Ports.free();
  private final int accounting = Ports.free();
  private volatile Optional<GatewayHost> host = Optional.empty();

  RadiusLab(HandClock clock) {
    this.driver = new RadiusDriver(clock);
    try {
      this.nas = new PlayedNas(clock, Secret.of(SECRET));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String kind() {
    return driver.kind();
  }

  @Override
  public void check(Map<String, String> settings) throws GatewayException {
    driver.check(settings);
  }

  @Override
  public Gateway open(GatewayConfig config, GatewayHost its) throws GatewayException {
    host = Optional.of(its);
    if (config.settings().getOrDefault("nas", "").equals("127.0.0.1")) {
      nas.tells(new InetSocketAddress(InetAddress.getLoopbackAddress(), accounting));
    }
    return driver.open(config, its);
  }

  @Override
  public GatewayDriver driver() {
    return this;
  }

  @Override
  public GatewayConfig config() {
    return config("gw-here", "127.0.0.1", "hostapd-8021x");
  }

  @Override
  public GatewayConfig broken() {
    return config("gw-broken", "127.0.0.1", "a-kind-of-gear-that-nobody-knows");
  }

  @Override
  public GatewayConfig silent() {
    return config("gw-silent", "127.0.0.2", "hostapd-8021x");
  }

  @Override
  public boolean associate(Gateway gateway, String key) {
    var grant = host.orElseThrow().grant(Claim.key(key));
    var person = grant.map(g -> g.person().value()).orElse("nobody");
    var mac = mac(person);
    var said =
        Radclient.asking(access, SECRET)
            .send(
                "User-Name = \"" + person + "\"",
                "User-Password = \"" + key + "\"",
                "Calling-Station-Id = \"" + mac + "\"",
                "Message-Authenticator = 0x00");
    if (said.accepted()) {
      var shown = said.value("Class").orElseThrow().substring(2);
      nas.enters(mac, shown);
      await(gateway, grant.orElseThrow());
    }
    return said.accepted();
  }

  private static void await(Gateway gateway, AccessGrant grant) {
    long limit = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    while (gateway.sessions().stream().noneMatch(s -> s.grant().equals(grant.id()))
        && System.nanoTime() < limit) {
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  private static String mac(String person) {
    var digits = String.format("02%010x", person.hashCode() & 0xFFFF_FFFFL);
    return HardwareAddress.as("xx-xx-xx-xx-xx-xx", digits);
  }

  private GatewayConfig config(String id, String address, String profile) {
    return new GatewayConfig(
        new GatewayId(id),
        new CentreId("here"),
        Map.of(
            "profile",
            profile,
            "nas",
            address,
            "secret",
            SECRET,
            "access-port",
            Integer.toString(access),
            "accounting-port",
            Integer.toString(accounting),
            "disconnect-port",
            Integer.toString(nas.socket.getLocalPort())));
  }
}
