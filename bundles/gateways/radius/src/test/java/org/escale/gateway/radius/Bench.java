package org.escale.gateway.radius;

import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.GatewayId;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Secret;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.HandClock;
import org.escale.tck.machine.Ports;
import org.escale.tck.machine.Radclient;

/** One gateway on loopback, or only its parts, with clocks that are moved by hand. */
final class Bench {
  static final Instant EIGHT = Instant.parse("2027-03-01T08:00:00Z");

  final HandClock clock = new HandClock(EIGHT);
  final AtomicLong nanos = new AtomicLong();
  final Hub hub = new Hub();
  final int access = Ports.free();
  final int accounting = Ports.free();
  final RadiusDriver driver = new RadiusDriver(clock);

  /** Settings that work; a disconnect port of 0, unless {@code more} says another. */
  GatewayConfig config(String profile, Map<String, String> more) {
    var settings = new HashMap<String, String>();
    settings.put("profile", profile);
    settings.put("nas", "127.0.0.1");
    settings.put("secret", RadiusLab.SECRET);
    settings.put("access-port", Integer.toString(access));
    settings.put("accounting-port", Integer.toString(accounting));
    settings.put("disconnect-port", "0");
    settings.putAll(more);
    return new GatewayConfig(new GatewayId("gw"), Hub.HERE, settings);
  }

  Gateway open(String profile, Map<String, String> more) throws GatewayException {
    return driver.open(config(profile, more), hub);
  }

  Radclient ask(String secret) {
    return Radclient.asking(access, secret);
  }

  Radclient tell(String secret) {
    return Radclient.telling(accounting, secret);
  }

  /** The parts of a gateway, without sockets. */
  Here here(String profile) throws GatewayException {
    return here(profile, Map.of());
  }

  Here here(String profile, Map<String, String> more) throws GatewayException {
    var settings = new HashMap<>(Map.of("disconnect-port", "3799"));
    settings.putAll(more);
    var config = config(profile, settings);
    var nas = NasSettings.of(config.settings());
    var handles = new Handles(config.id(), secret());
    return new Here(config, nas, hub, clock, nanos::get, new Book(), handles, new Tally("bench"));
  }

  static Sessions sessions(Here here) {
    return new Sessions(here, new Events(here.config(), EIGHT), grant -> false);
  }

  /** What an accounting request of those attributes says. */
  static Reading reading(Here here, Message message) {
    var octets = message.asking(here.secret());
    return Reading.of(Packet.read(octets, octets.length).orElseThrow(), here).orElseThrow();
  }

  /** News of a session at that many seconds after eight. */
  static Message news(int status, String session, String user, long seconds) {
    return Message.request(Code.ACCOUNTING_REQUEST, 1)
        .number(Type.ACCT_STATUS_TYPE, status)
        .text(Type.ACCT_SESSION_ID, session)
        .text(Type.USER_NAME, user)
        .text(Type.CALLING_STATION_ID, "02-00-00-00-00-01")
        .number(Type.EVENT_TIMESTAMP, EIGHT.getEpochSecond() + seconds);
  }

  static List<GatewayEvent.Kind> kinds(List<GatewayEvent> events) {
    return events.stream().map(GatewayEvent::kind).toList();
  }

  static Secret secret() {
    return Secret.of(RadiusLab.SECRET);
  }

  void pass(Duration time) {
    clock.advance(time);
    nanos.addAndGet(time.toNanos());
  }

  static void await(String what, BooleanSupplier until) {
    long limit = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!until.getAsBoolean()) {
      assertTrue("not within 5 s: " + what, System.nanoTime() < limit);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
