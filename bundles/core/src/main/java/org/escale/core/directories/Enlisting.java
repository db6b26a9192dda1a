package org.escale.core.directories;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.DirectoryId;
import org.escale.adapter.InstalledDirectory;
import org.escale.caller.Caller;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.Network;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.Setting;
import org.escale.spi.store.Vault;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs directories that can be read, and takes them away. Safe for many threads. */
@Component(service = Enlisting.class)
public final class Enlisting {
  private static final int ALL = 100;
  private static final Duration FASTEST = Duration.ofSeconds(5);
  private static final Duration SLOWEST = Duration.ofDays(1);

  private final Sources sources;
  private final Commits commits;
  private final Snapshots snapshots;
  private final Vault vault;

  /** Commits them there. */
  @Activate
  public Enlisting(
      @Reference Sources sources,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Vault vault) {
    this.sources = sources;
    this.commits = commits;
    this.snapshots = snapshots;
    this.vault = vault;
  }

  Outcome<Kept<InstalledDirectory>> install(Caller caller, InstalledDirectory row, long revision) {
    var adapter = sources.adapter(row.kind());
    if (adapter.isEmpty()) {
      return wrong("kind");
    }
    var before = snapshots.now().get(InstalledDirectory.class, row.id());
    var kept = row.with(secrets(adapter.get(), row, before));
    return wrongIn(kept)
        .or(before.filter(old -> !old.whose().equals(row.whose())).isPresent(), "whose")
        .orElse(() -> opened(adapter.get(), kept))
        .then(
            fits ->
                commits.commit(
                    caller, () -> Outcome.done(Draft.of(fits, revision).atAskedRevision())));
  }

  Outcome<DirectoryId> remove(Caller caller, DirectoryId id) {
    return snapshots.now().get(InstalledDirectory.class, id).isEmpty()
        ? Outcome.refused(RefusalCode.NOT_FOUND)
        : commits.remove(caller, InstalledDirectory.class, id).map(gone -> id);
  }

  /** Secrets are kept encrypted; one that comes back as it was shown stays as it was. */
  private Map<String, String> secrets(
      DirectoryAdapter adapter, InstalledDirectory row, Optional<InstalledDirectory> before) {
    var settings = new HashMap<>(row.settings());
    for (var setting : adapter.settings()) {
      if (setting.secret()) {
        var old = before.map(b -> b.settings().get(setting.name()));
        settings.computeIfPresent(
            setting.name(),
            (name, text) -> old.filter(text::equals).orElseGet(() -> vault.seal(text)));
      }
    }
    return settings;
  }

  /** Whether a company is here is not the operator's to know (E1): one of any name is taken. */
  private Wrong wrongIn(InstalledDirectory row) {
    var here = snapshots.now();
    var whose = row.whose();
    return Wrong.NOTHING
        .or(!whose.sensible(), "whose")
        .or(whose.owner().filter(id -> here.get(Centre.class, id).isEmpty()).isPresent(), "whose")
        .or(
            whose.contract().filter(id -> here.get(Network.class, id).isEmpty()).isPresent(),
            "whose")
        .or(row.poll().compareTo(FASTEST) < 0 || row.poll().compareTo(SLOWEST) > 0, "poll")
        .or(row.share() < 0 || row.share() > ALL, "share");
  }

  /** Whether its adapter would open it. */
  private Outcome<InstalledDirectory> opened(GuardedDirectory adapter, InstalledDirectory row) {
    try {
      adapter.check(sources.config(adapter, row));
      return Outcome.done(row);
    } catch (DirectoryException no) {
      return no.trouble() == DirectoryException.Trouble.UNAVAILABLE
          ? Outcome.refused(
              Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE, "plugIn", adapter.plugIn()))
          : wrong(setting(adapter, no));
    } catch (IllegalArgumentException no) {
      return wrong("deadline");
    }
  }

  private static String setting(DirectoryAdapter adapter, DirectoryException no) {
    return adapter.settings().stream()
        .map(Setting::name)
        .filter(no.getMessage()::contains)
        .findFirst()
        .map(name -> "settings." + name)
        .orElse("settings");
  }

  private static <T> Outcome<T> wrong(String field) {
    return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }
}
