package org.escale.bench.radius;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.InstalledGateway;
import org.escale.access.Session;
import org.escale.bench.load.ReadOnce;
import org.escale.client.Guest;
import org.escale.client.Pseudonym;
import org.escale.core.sessions.Devices;
import org.escale.core.sessions.GatewaySecrets;
import org.escale.core.sessions.Grants;
import org.escale.core.sessions.Hosts;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.gateway.radius.RadiusDriver;
import org.escale.presence.VisitId;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.store.Vault;
import org.escale.tck.store.MemoryStore;
import org.escale.word.Word;

/**
 * The gateway that ships, with the grants of core as it wires them; so many people are checked in.
 * Says "ready" and answers until it is ended.
 */
public final class Hub {
  private static final CentreId HERE = new CentreId("here");

  private Hub() {}

  /** The number of members, and the port. */
  public static void main(String[] words) throws Exception {
    var members = new Members(Integer.parseInt(words[0]));
    var clock = Clock.systemUTC();
    var store = new MemoryStore(clock);
    var snapshots = new Snapshots(store, new ReadOnce(sessions(members, clock.instant())));
    var vault = new Open();
    var grants = new Grants(vault, snapshots);
    var hosts =
        new Hosts(
            grants,
            new Devices(vault, snapshots),
            (centre, events) -> {},
            new GatewaySecrets(vault));
    var row = new InstalledGateway(new GatewayId("gw"), HERE, "radius", Map.of());
    var settings =
        Map.of(
            "profile",
            "hostapd-8021x",
            "nas",
            "127.0.0.1",
            "secret",
            new String(Question.SECRET, StandardCharsets.US_ASCII),
            "disconnect-port",
            "0",
            "access-port",
            words[1],
            "accounting-port",
            Integer.toString(Escale.freePort()));
    new RadiusDriver(clock).open(new GatewayConfig(row.id(), HERE, settings), hosts.of(row));
    System.out.println("ready");
    Thread.currentThread().join();
  }

  private static Stream<Word> sessions(Members members, Instant now) {
    return IntStream.range(0, members.count())
        .mapToObj(
            n ->
                new Session(
                    new GrantId("grant-" + n),
                    1,
                    new VisitId("visit-" + n),
                    new Guest(
                        "home", new Pseudonym(members.name(n)), new Pseudonym("c" + n % 1000)),
                    HERE,
                    Session.State.READY,
                    members.segment(n),
                    members.key(n),
                    now.minus(Duration.ofHours(1)),
                    now.plus(Duration.ofHours(8)),
                    Optional.empty()));
  }

  /** Keys are opened when a session comes, not when somebody asks. */
  private static final class Open implements Vault {
    @Override
    public String seal(String secret) {
      return secret;
    }

    @Override
    public String open(String sealed) {
      return sealed;
    }
  }
}
