package org.escale.core.directories;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.escale.adapter.DirectoryId;
import org.escale.adapter.InstalledDirectory;
import org.escale.core.plugins.Arrivals;
import org.escale.core.plugins.Gates;
import org.escale.core.plugins.Marked;
import org.escale.core.plugins.Openings;
import org.escale.core.plugins.Quarantine;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.Setting;
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
 * Keeps a link open for each directory whose adapter is here. Rows and adapters may come and go at
 * any time (A4): who came across stays as it is meanwhile. Safe for many threads.
 */
@Component(service = {Sources.class, Chore.class})
public final class Sources implements Chore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final Snapshots snapshots;
  private final Vault vault;
  private final Quarantine quarantine;
  private final Arrivals<DirectoryAdapter, GuardedDirectory> adapters;
  private final Openings<DirectoryId> openings = new Openings<>();
  private final Map<DirectoryId, OpenSource> open = new ConcurrentHashMap<>();
  private volatile Object seen = new Object();
  private volatile Optional<Instant> retry = Optional.empty();

  /** Opens nothing yet: the Steward does. */
  @Activate
  public Sources(
      @Reference Snapshots snapshots,
      @Reference Vault vault,
      @Reference Gates gates,
      @Reference Quarantine quarantine) {
    this.snapshots = snapshots;
    this.vault = vault;
    this.adapters =
        new Arrivals<>(
            adapter -> GuardedDirectory.of(adapter, gates),
            GuardedDirectory::kind,
            () -> seen = new Object());
    this.quarantine = quarantine;
  }

  @Override
  public Optional<Instant> due() {
    var changed = snapshots.now().mark(InstalledDirectory.class) != seen;
    return changed ? Optional.of(Instant.MIN) : retry;
  }

  @Override
  public void run(Instant now) {
    var snapshot = snapshots.now();
    seen = snapshot.mark(InstalledDirectory.class);
    retry = Optional.empty();
    var silent = adapters.askAgain();
    var rows = snapshot.all(InstalledDirectory.class);
    var wanted = rows.stream().collect(Collectors.toMap(InstalledDirectory::id, row -> row));
    List.copyOf(open.values()).stream()
        .filter(source -> !source.row().equals(wanted.get(source.row().id())))
        .forEach(this::shut);
    rows.stream().filter(row -> !open.containsKey(row.id())).forEach(this::open);
    if (silent || rows.stream().anyMatch(this::fails)) {
      retry = Optional.of(now.plus(RETRY));
    }
  }

  /** Those that are open. */
  Collection<OpenSource> open() {
    return open.values();
  }

  /** That one, if it is open. */
  Optional<OpenSource> open(DirectoryId id) {
    return Optional.ofNullable(open.get(id));
  }

  /** All that are here, by the name of their kind. */
  List<GuardedDirectory> adapters() {
    return adapters.all();
  }

  /** The adapter of that kind, if it is here; one that has just come is waited for a little. */
  Optional<GuardedDirectory> adapter(String kind) {
    return adapters.awaited(kind);
  }

  /** What an adapter is told: secrets in clear. */
  DirectoryConfig config(DirectoryAdapter adapter, InstalledDirectory row) {
    var settings = new HashMap<>(row.settings());
    adapter.settings().stream()
        .filter(Setting::secret)
        .forEach(s -> settings.computeIfPresent(s.name(), (name, text) -> vault.open(text)));
    return new DirectoryConfig(settings, row.deadline());
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
  public void addAdapter(DirectoryAdapter adapter) {
    adapters.come(adapter);
    seen = new Object();
  }

  /** An adapter goes, and its links with it. */
  public void removeAdapter(DirectoryAdapter adapter) {
    adapters.go(adapter).map(GuardedDirectory::kind).stream()
        .flatMap(kind -> open.values().stream().filter(s -> s.row().kind().equals(kind)))
        .forEach(this::shut);
    seen = new Object();
  }

  private boolean fails(InstalledDirectory row) {
    return adapters.of(row.kind()).isPresent() && !open.containsKey(row.id());
  }

  private void open(InstalledDirectory row) {
    adapters.of(row.kind()).ifPresent(here -> openings.begin(row.id(), () -> open(row, here)));
  }

  /** While it opened, its row may have changed and its adapter gone. */
  private void open(InstalledDirectory row, GuardedDirectory adapter) {
    try {
      var marked = new Marked(quarantine, adapter.plugIn());
      var source = new OpenSource(row, adapter.open(config(adapter, row)), marked);
      open.put(row.id(), source);
      if (adapters.of(row.kind()).filter(here -> here == adapter).isEmpty()) {
        shut(source);
      }
      seen = new Object();
    } catch (DirectoryException | RuntimeException e) {
      LOG.warn("directory {} does not open: {}", row.id(), e.getClass().getSimpleName());
    }
  }

  private void shut(OpenSource source) {
    open.remove(source.row().id(), source);
    source.close();
  }
}
