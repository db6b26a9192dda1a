package org.escale.core.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.InstalledGateway;
import org.escale.access.Session;
import org.escale.core.plugins.Openings;
import org.escale.core.plugins.Quarantine;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.federation.CentreId;
import org.escale.service.Operations;
import org.escale.spi.gateway.Gateway;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.gateway.GatewayDriver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a gateway open for each row whose driver is here, and tells it every live grant of its
 * centre when it opens. Rows and drivers may come and go at any time. Safe for many threads.
 */
@Component(service = {Gateways.class, Chore.class})
public final class Gateways implements Chore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final int WAITING = 16;

  private final Clock clock;
  private final Snapshots snapshots;
  private final Grants grants;
  private final Hosts hosts;
  private final Quarantine quarantine;
  private final Map<String, GatewayDriver> drivers = new ConcurrentHashMap<>();
  private final Map<GatewayId, OpenGateway> open = new ConcurrentHashMap<>();
  private final Map<GatewayId, String> refused = new ConcurrentHashMap<>();
  private final Openings<GatewayId> openings = new Openings<>();
  private volatile Object seen = new Object();
  private volatile Optional<Instant> retry = Optional.empty();

  /** Opens nothing yet: the Steward does. */
  @Activate
  public Gateways(
      @Reference Clock clock,
      @Reference Snapshots snapshots,
      @Reference Grants grants,
      @Reference Hosts hosts,
      @Reference Quarantine quarantine) {
    this.clock = clock;
    this.snapshots = snapshots;
    this.grants = grants;
    this.hosts = hosts;
    this.quarantine = quarantine;
  }

  @Override
  public Optional<Instant> due() {
    var changed = snapshots.now().mark(InstalledGateway.class) != seen;
    return changed ? Optional.of(Instant.MIN) : retry;
  }

  @Override
  public void run(Instant now) {
    var snapshot = snapshots.now();
    seen = snapshot.mark(InstalledGateway.class);
    retry = Optional.empty();
    var rows = snapshot.all(InstalledGateway.class);
    var wanted = rows.stream().collect(Collectors.toMap(InstalledGateway::id, row -> row));
    open.values().stream()
        .filter(gateway -> !gateway.row().equals(wanted.get(gateway.row().id())))
        .toList()
        .forEach(this::shut);
    open.values().stream()
        .filter(gateway -> !gateway.knowsAll())
        .forEach(gateway -> openings.begin(gateway.row().id(), () -> tell(gateway, now)));
    rows.stream()
        .filter(row -> !open.containsKey(row.id()))
        .filter(row -> !openings.begin(row.id(), () -> open(row, now)))
        .forEach(row -> retry = Optional.of(now.plus(RETRY)));
  }

  /** Those that stand open in a centre. */
  List<OpenGateway> at(CentreId centre) {
    return open.values().stream().filter(g -> g.row().centre().equals(centre)).toList();
  }

  /** The centre of a session that is not over. */
  Optional<CentreId> centreOf(GrantId id) {
    return snapshots.now().get(Session.class, id).map(Session::centre);
  }

  /** Whether a gateway is installed in that centre, open or not. */
  boolean installedAt(CentreId centre) {
    return !snapshots.now().where(InstalledGateway.class, "centreId", centre).isEmpty();
  }

  /** Each installed gateway, and how it stands; why it does not open, if it does not. */
  public List<Operations.Gear> standing() {
    return snapshots.now().all(InstalledGateway.class).stream()
        .map(
            row ->
                Optional.ofNullable(open.get(row.id()))
                    .map(OpenGateway::standing)
                    .orElseGet(() -> closed(row)))
        .toList();
  }

  private Operations.Gear closed(InstalledGateway row) {
    var why =
        drivers.containsKey(row.driver())
            ? refused.getOrDefault(row.id(), "is not open yet")
            : "no driver of that kind is here";
    return new Operations.Gear(row.id(), row.centre(), row.driver(), false, 0, why);
  }

  /** The kinds of driver that are here. */
  public List<String> kinds() {
    return drivers.keySet().stream().sorted().toList();
  }

  /** Closes all. */
  @Override
  @Deactivate
  public void close() {
    openings.close();
    List.copyOf(open.values()).forEach(this::shut);
  }

  /** A driver comes; its gateways are opened by the Steward. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addDriver(GatewayDriver driver) {
    drivers.put(driver.kind(), driver);
    seen = new Object();
  }

  /** A driver goes, and its gateways with it; what waits for them waits. */
  public void removeDriver(GatewayDriver driver) {
    if (drivers.remove(driver.kind(), driver)) {
      open.values().stream()
          .filter(gateway -> gateway.row().driver().equals(driver.kind()))
          .toList()
          .forEach(this::shut);
      seen = new Object();
    }
  }

  private void open(InstalledGateway row, Instant now) {
    var driver = drivers.get(row.driver());
    if (driver == null) {
      return;
    }
    if (quarantine.holds(name(row.driver()))) {
      retry = Optional.of(now.plus(RETRY));
      return;
    }
    try {
      var gateway = new OpenGateway(row, opened(driver, row), line(row), clock);
      open.put(row.id(), gateway);
      refused.remove(row.id());
      tell(gateway, now);
    } catch (Exception e) {
      LOG.warn("gateway {} does not open: {}", row.id(), e.getMessage());
      refused.put(row.id(), "does not open: " + e.getMessage());
      retry = Optional.of(now.plus(RETRY));
    }
  }

  /** Under which name a driver is marked while its code runs. */
  private static String name(String driver) {
    return "gateway " + driver;
  }

  private Gateway opened(GatewayDriver driver, InstalledGateway row) throws Exception {
    var name = name(driver.kind());
    var config = hosts.config(row);
    var gateway = quarantine.marked(name, () -> driver.open(config, hosts.of(row))).call();
    return new MarkedGateway(gateway, name, quarantine);
  }

  /** It serves whom it can meanwhile; what it did not take it is told again. */
  private void tell(OpenGateway gateway, Instant now) {
    var centre = gateway.row().centre();
    var all =
        snapshots.now().where(Session.class, "centreId", centre).stream()
            .map(grants::grant)
            .allMatch(grant -> gateway.apply(grant) != GatewayAnswer.UNREACHABLE);
    gateway.knowsAll(all);
    if (!all) {
      retry = Optional.of(now.plus(RETRY));
    }
  }

  private void shut(OpenGateway gateway) {
    open.remove(gateway.row().id(), gateway);
    gateway.close();
  }

  private static ThreadPoolExecutor line(InstalledGateway row) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING),
        work -> {
          var thread = new Thread(work, "escale-gateway " + row.id());
          thread.setDaemon(true);
          return thread;
        });
  }
}
