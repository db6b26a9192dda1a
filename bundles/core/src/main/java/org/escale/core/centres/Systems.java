package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.core.plugins.Arrivals;
import org.escale.core.plugins.Gates;
import org.escale.core.plugins.Marked;
import org.escale.core.plugins.Openings;
import org.escale.core.plugins.Quarantine;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Setting;
import org.escale.spi.store.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a link open for each row whose adapter is here. Rows and adapters may come and go at any
 * time (A4): what waits for them waits. Safe for many threads.
 */
@Component(service = {Systems.class, Chore.class})
public final class Systems implements Chore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Systems.class);
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final Clock clock;
  private final Snapshots snapshots;
  private final Vault vault;
  private final Quarantine quarantine;
  private final Arrivals<CentreAdapter, GuardedAdapter> adapters;
  private final Openings<AdapterId> openings = new Openings<>();
  private final Map<AdapterId, OpenSystem> open = new ConcurrentHashMap<>();
  private volatile Object seen = new Object();
  private volatile Optional<Instant> retry = Optional.empty();

  /** Opens nothing yet: the Steward does. */
  @Activate
  public Systems(
      @Reference Clock clock,
      @Reference Snapshots snapshots,
      @Reference Vault vault,
      @Reference Gates gates,
      @Reference Quarantine quarantine) {
    this.clock = clock;
    this.snapshots = snapshots;
    this.vault = vault;
    this.adapters =
        new Arrivals<>(
            adapter -> GuardedAdapter.of(adapter, gates),
            GuardedAdapter::kind,
            () -> seen = new Object());
    this.quarantine = quarantine;
  }

  @Override
  public Optional<Instant> due() {
    var changed = snapshots.now().mark(InstalledAdapter.class) != seen;
    return changed ? Optional.of(Instant.MIN) : retry;
  }

  @Override
  public void run(Instant now) {
    var snapshot = snapshots.now();
    seen = snapshot.mark(InstalledAdapter.class);
    retry = Optional.empty();
    var silent = adapters.askAgain();
    var rows = snapshot.all(InstalledAdapter.class);
    var wanted = rows.stream().collect(Collectors.toMap(InstalledAdapter::id, row -> row));
    List.copyOf(open.values()).stream()
        .filter(system -> !system.row().equals(wanted.get(system.row().id())))
        .forEach(this::letGo);
    rows.stream().filter(row -> !open.containsKey(row.id())).forEach(this::open);
    if (silent || rows.stream().anyMatch(this::fails)) {
      retry = Optional.of(now.plus(RETRY));
    }
  }

  /** That one, waited for a little where the Steward has not come by; empty if it does not open. */
  Optional<OpenSystem> openNow(AdapterId id) {
    var row = snapshots.now().get(InstalledAdapter.class, id);
    var end = System.nanoTime() + PATIENCE.toNanos();
    row.filter(r -> !open.containsKey(id)).ifPresent(this::open);
    while (row.filter(this::fails).isPresent() && System.nanoTime() < end) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
    return open(id);
  }

  /** Opened apart from all others, for whoever closes it; empty if it does not open. */
  Optional<OpenSystem> apart(InstalledAdapter row) {
    try {
      var adapter = adapters.of(row.kind());
      return adapter.isEmpty() ? Optional.empty() : Optional.of(opened(row, adapter.get()));
    } catch (CentreException | IllegalArgumentException no) {
      return Optional.empty();
    }
  }

  /** Those that are open. */
  Collection<OpenSystem> open() {
    return open.values();
  }

  /** That one, if it is open. */
  Optional<OpenSystem> open(AdapterId id) {
    return Optional.ofNullable(open.get(id));
  }

  /** The one that keeps that space of that centre, if it is open. */
  Optional<OpenSystem> keeping(CentreId centre, SpaceId space) {
    return open.values().stream()
        .filter(system -> system.row().centre().equals(centre))
        .filter(system -> system.row().named(space).isPresent())
        .findFirst();
  }

  /** When the centre's own system was read last for that space; empty if it never was. */
  public Optional<Instant> asOf(CentreId centre, SpaceId space) {
    return keeping(centre, space)
        .flatMap(system -> Optional.ofNullable(system.marks().get(space)))
        .map(FeedMark::asOf);
  }

  /** The adapter of that kind, if it is here; one that has just come is waited for a little. */
  Optional<GuardedAdapter> adapter(String kind) {
    return adapters.awaited(kind);
  }

  /** All that are here, by kind. */
  List<? extends CentreAdapter> adapters() {
    return adapters.all();
  }

  /** What an adapter is told: secrets in clear. */
  CentreConfig config(CentreAdapter adapter, InstalledAdapter row) {
    var settings = new HashMap<>(row.settings());
    adapter.settings().stream()
        .filter(Setting::secret)
        .forEach(s -> settings.computeIfPresent(s.name(), (name, text) -> vault.open(text)));
    var zone =
        snapshots
            .now()
            .get(Centre.class, row.centre())
            .map(centre -> centre.hours().zone())
            .orElse(java.time.ZoneOffset.UTC);
    return new CentreConfig(row.centre(), zone, settings, row.deadline());
  }

  /** Closes all. */
  @Override
  @Deactivate
  public void close() {
    adapters.clear();
    List.copyOf(open.values()).forEach(this::shut);
  }

  /** An adapter comes; its links are opened by the Steward. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addAdapter(CentreAdapter adapter) {
    adapters.come(adapter);
    seen = new Object();
  }

  /** An adapter goes, and its links with it; what waits for them waits. */
  public void removeAdapter(CentreAdapter adapter) {
    adapters.go(adapter).map(GuardedAdapter::kind).stream()
        .flatMap(kind -> open.values().stream().filter(s -> s.row().kind().equals(kind)))
        .forEach(this::shut);
    seen = new Object();
  }

  private boolean fails(InstalledAdapter row) {
    return adapters.of(row.kind()).isPresent() && !open.containsKey(row.id());
  }

  private void open(InstalledAdapter row) {
    adapters.of(row.kind()).ifPresent(here -> openings.begin(row.id(), () -> open(row, here)));
  }

  /** While it opened, its row may have changed and its adapter gone. */
  private void open(InstalledAdapter row, GuardedAdapter adapter) {
    try {
      var system = opened(row, adapter);
      open.put(row.id(), system);
      if (adapters.of(row.kind()).filter(here -> here == adapter).isEmpty()) {
        shut(system);
      }
      seen = new Object();
    } catch (CentreException | RuntimeException e) {
      LOG.warn("adapter {} does not open: {}", row.id(), e.getMessage());
    }
  }

  private OpenSystem opened(InstalledAdapter row, GuardedAdapter adapter) throws CentreException {
    var marked = new Marked(quarantine, adapter.plugIn());
    return new OpenSystem(row, adapter.open(config(adapter, row)), clock, marked);
  }

  /** One that is slow to close is opened anew later, and holds up nobody else. */
  private void letGo(OpenSystem system) {
    open.remove(system.row().id(), system);
    openings.begin(system.row().id(), system::close);
  }

  private void shut(OpenSystem system) {
    open.remove(system.row().id(), system);
    system.close();
  }
}
