package org.escale.gateway.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.escale.access.AccessGrant;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.GatewayException;
import org.escale.spi.gateway.GatewayHost;
import org.escale.tck.HandClock;

/** One portal without a box: what a box would send is made by hand. */
final class Site implements GatewayHost, AutoCloseable {
  static final String KEY = "abcde-fghjk-mnpqr-stuvw";
  static final String SECRET = "sitesecret0123456789";
  static final String MAC = "02:00:00:00:00:01";

  final HandClock clock = new HandClock(Instant.parse("2027-03-01T08:00:00Z"));
  final PortalDriver driver = new PortalDriver(clock, Duration.ZERO);
  final Door door = new Door(driver);
  final List<GatewayEvent> told = new CopyOnWriteArrayList<>();
  volatile PortalGateway gateway;
  volatile boolean away;

  /** The only device that a key is admitted on; any where it is empty. */
  volatile String first = "";

  /** The most that was told at once. */
  volatile int most;

  private final Map<String, AccessGrant> grants = new ConcurrentHashMap<>();
  private final Map<String, String> more;

  Site(Map<String, String> more) {
    this.more = more;
    open();
  }

  /** The hub comes, or comes again: all that the driver had in memory is lost. */
  void open() {
    try {
      gateway = (PortalGateway) driver.open(config(), this);
    } catch (GatewayException e) {
      throw new IllegalStateException(e);
    }
  }

  GatewayConfig config() {
    var settings = new HashMap<>(Map.of("address", "198.18.1.1:2050", "secret", SECRET));
    settings.put("url", "https://escale.example");
    settings.putAll(more);
    return new GatewayConfig(new GatewayId("gw"), new CentreId("here"), settings);
  }

  /** A grant for two hours. */
  AccessGrant grant(String id, String key, long revision, boolean revoked) {
    var now = clock.instant();
    return new AccessGrant(
        new GrantId(id),
        revision,
        new VisitId("v-" + id),
        new Pseudonym("p-" + id),
        new CentreId("here"),
        7,
        key,
        now,
        now.plus(Duration.ofHours(2)),
        revoked);
  }

  void knows(AccessGrant grant) {
    grants.put(grant.key(), grant);
    gateway.apply(grant);
  }

  Say get(String path, Map<String, String> query) {
    return ask("GET", path, query, "", "");
  }

  Say post(String path, Map<String, String> query, String body) {
    return ask("POST", path, query, body, "");
  }

  /** Our agent on the box says who passes. */
  Say agentSays(String lines) {
    return ask("POST", "gw/box", Map.of(), lines, Agent.bearer(SECRET));
  }

  /** The box of level 3, called {@code hall}, says that. */
  Say boxSays(String what, String payload) {
    return boxSays("hall", what, payload);
  }

  Say boxSays(String name, String what, String payload) {
    var bytes = payload.getBytes(StandardCharsets.UTF_8);
    var coded = Base64.getEncoder().encodeToString(bytes).replace("+", "%2B").replace("=", "%3D");
    var form = "auth_get=" + what + "&gatewayhash=" + Digests.sha256(name) + "&payload=" + coded;
    return post("gw", Map.of(), form);
  }

  Say ask(String method, String path, Map<String, String> query, String body, String bearer) {
    var words = List.of(path.split("/", -1));
    var from = new Ask.Sender("198.18.1.10", "nl-BE,nl;q=0.9", bearer, "");
    return door.answer(new Ask(method, words, query, body, from));
  }

  @Override
  public Optional<AccessGrant> grant(Claim presented) {
    return presented.kind() == Claim.Kind.DEVICE
        ? seen(presented.value()).flatMap(event -> live(event.grant()))
        : Optional.ofNullable(grants.get(presented.value()));
  }

  @Override
  public boolean admit(GrantId grant, String device) {
    return first.isEmpty() || first.equals(device);
  }

  @Override
  public Map<GrantId, Attachment> attached() {
    return told.stream()
        .filter(event -> event.attachment().isPresent())
        .filter(event -> event.kind() != Kind.STOP)
        .collect(
            Collectors.toMap(
                GatewayEvent::grant, e -> e.attachment().get(), (before, later) -> later));
  }

  @Override
  public Optional<Instant> lastSeen(GrantId grant) {
    return told.stream()
        .filter(event -> event.grant().equals(grant))
        .map(GatewayEvent::at)
        .max(Instant::compareTo);
  }

  private Optional<GatewayEvent> seen(String device) {
    return told.stream()
        .filter(e -> e.attachment().filter(how -> how.device().equals(device)).isPresent())
        .findFirst();
  }

  private Optional<AccessGrant> live(GrantId id) {
    return grants.values().stream().filter(g -> g.id().equals(id) && !g.revoked()).findFirst();
  }

  @Override
  public void report(List<GatewayEvent> events) throws IOException {
    if (away) {
      throw new IOException("the disk is full");
    }
    most = Math.max(most, events.size());
    told.addAll(events);
  }

  @Override
  public void close() {
    gateway.close();
  }
}
