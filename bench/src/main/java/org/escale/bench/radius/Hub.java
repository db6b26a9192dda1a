package org.escale.bench.radius;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.InstalledGateway;
import org.escale.access.Session;
import org.escale.bench.load.ReadOnce;
import org.escale.client.Guest;
import org.escale.client.Pseudonym;
import org.escale.core.eventlog.EventLog;
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
  private static final long MOST = 1L << 30;

  private Hub() {}

  /** The number of members, the ports for asking and telling, and the folder of the log. */
  public static void main(String[] words) throws Exception {
    var members = new Members(Integer.parseInt(words[0]));
    var clock = Clock.systemUTC();
    var store = new MemoryStore(clock);
    var snapshots = new Snapshots(store, new ReadOnce(sessions(members, clock.instant())));
    var open = new Open();
    var reports = new Counting();
    var log = new EventLog(Optional.of(Path.of(words[3])), reports, new AesVault(), MOST);
    var hosts =
        new Hosts(
            new Grants(open, snapshots),
            new Devices(open, snapshots),
            reports,
            log,
            new GatewaySecrets(open));
    var row = new InstalledGateway(new GatewayId("gw"), HERE, "radius", Map.of());
    var config = new GatewayConfig(row.id(), HERE, settings(words[1], words[2]));
    new RadiusDriver(clock).open(config, hosts.of(row));
    System.out.println("ready");
    var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    while (asked.readLine() != null) {
      while (!log.drained()) {
        LockSupport.parkNanos(1_000_000);
      }
      System.out.println(reports);
    }
  }

  private static Map<String, String> settings(String access, String accounting) {
    var secret = Question.SHARED;
    return Map.of(
        "profile",
        "hostapd-8021x",
        "nas",
        "127.0.0.1",
        "secret",
        secret,
        "disconnect-port",
        "0",
        "access-port",
        access,
        "accounting-port",
        accounting);
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
                    Optional.empty(),
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
