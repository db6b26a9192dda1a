package org.escale.core.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
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

  private final Clock clock;
  private final Snapshots snapshots;
  private final Vault vault;
  private final Map<String, CentreAdapter> adapters = new ConcurrentHashMap<>();
  private final Map<AdapterId, OpenSystem> open = new ConcurrentHashMap<>();
  private volatile Object seen = new Object();
  private volatile Optional<Instant> retry = Optional.empty();

  /** Opens nothing yet: the Steward does. */
  @Activate
  public Systems(@Reference Clock clock, @Reference Snapshots snapshots, @Reference Vault vault) {
    this.clock = clock;
    this.snapshots = snapshots;
    this.vault = vault;
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
    var rows = snapshot.all(InstalledAdapter.class);
    var wanted = rows.stream().collect(Collectors.toMap(InstalledAdapter::id, row -> row));
    List.copyOf(open.values()).stream()
        .filter(system -> !system.row().equals(wanted.get(system.row().id())))
        .forEach(this::shut);
    rows.stream().filter(row -> !open.containsKey(row.id())).forEach(row -> open(row, now));
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

  /** The adapter of that kind, if it is here. */
  Optional<CentreAdapter> adapter(String kind) {
    return Optional.ofNullable(adapters.get(kind));
  }

  /** All that are here, by kind. */
  List<CentreAdapter> adapters() {
    return adapters.values().stream().sorted(Comparator.comparing(CentreAdapter::kind)).toList();
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
    List.copyOf(open.values()).forEach(this::shut);
  }

  /** An adapter comes; its links are opened by the Steward. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addAdapter(CentreAdapter adapter) {
    adapters.put(adapter.kind(), adapter);
    seen = new Object();
  }

  /** An adapter goes, and its links with it; what waits for them waits. */
  public void removeAdapter(CentreAdapter adapter) {
    if (adapters.remove(adapter.kind(), adapter)) {
      List.copyOf(open.values()).stream()
          .filter(system -> system.row().kind().equals(adapter.kind()))
          .forEach(this::shut);
      seen = new Object();
    }
  }

  private void open(InstalledAdapter row, Instant now) {
    var adapter = adapters.get(row.kind());
    if (adapter == null) {
      return;
    }
    try {
      open.put(row.id(), new OpenSystem(row, adapter.open(config(adapter, row)), clock));
    } catch (CentreException | RuntimeException e) {
      LOG.warn("adapter {} does not open: {}", row.id(), e.getMessage());
      retry = Optional.of(now.plus(RETRY));
    }
  }

  private void shut(OpenSystem system) {
    open.remove(system.row().id(), system);
    system.close();
  }
}
