package org.escale.core.centres;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Setting;
import org.escale.spi.store.Vault;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installs adapters that can work, and takes them away. Safe for many threads. */
@Component(service = Installing.class)
public final class Installing {
  private static final int MOST_SPACES = 500;
  private static final int MOST_SAFETY = 100;
  private static final Duration FASTEST = Duration.ofSeconds(5);
  private static final Duration NEAREST = Duration.ofSeconds(2);
  private static final Duration SLOWEST = Duration.ofDays(1);

  private final Systems systems;
  private final Commits commits;
  private final Snapshots snapshots;
  private final Vault vault;

  /** Commits them there. */
  @Activate
  public Installing(
      @Reference Systems systems,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Vault vault) {
    this.systems = systems;
    this.commits = commits;
    this.snapshots = snapshots;
    this.vault = vault;
  }

  Outcome<Kept<InstalledAdapter>> install(Caller caller, InstalledAdapter row, long revision) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var adapter = systems.adapter(row.kind());
    if (adapter.isEmpty()) {
      return wrong("kind");
    }
    var before = snapshots.now().get(InstalledAdapter.class, row.id());
    var kept = row.with(secrets(adapter.get(), row, before));
    return wrongIn(kept)
        .<Outcome<InstalledAdapter>>map(Installing::wrong)
        .orElseGet(() -> opens(adapter.get(), kept))
        .then(
            fits ->
                commits.commit(
                    caller, () -> Outcome.done(Draft.of(fits, revision).atAskedRevision())));
  }

  Outcome<AdapterId> remove(Caller caller, AdapterId id) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return snapshots.now().get(InstalledAdapter.class, id).isEmpty()
        ? Outcome.refused(RefusalCode.NOT_FOUND)
        : commits.remove(caller, InstalledAdapter.class, id).map(gone -> id);
  }

  /** Secrets are kept encrypted; one that comes back as it was shown stays as it was. */
  private Map<String, String> secrets(
      CentreAdapter adapter, InstalledAdapter row, Optional<InstalledAdapter> before) {
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

  private Optional<String> wrongIn(InstalledAdapter row) {
    if (outside(row.poll(), FASTEST, SLOWEST)) {
      return Optional.of("poll");
    }
    if (row.near().filter(near -> outside(near, NEAREST, row.poll())).isPresent()) {
      return Optional.of("near");
    }
    if (row.safety() < 0 || row.safety() > MOST_SAFETY) {
      return Optional.of("safety");
    }
    if (row.spaces().size() > MOST_SPACES || !allOfCentre(row)) {
      return Optional.of("spaces");
    }
    return Optional.empty();
  }

  /** Whether its adapter would open it. */
  private Outcome<InstalledAdapter> opens(GuardedAdapter adapter, InstalledAdapter row) {
    try {
      return useful(adapter, row) ? Outcome.done(row) : wrong("spaces");
    } catch (CentreException no) {
      return no.trouble() == CentreException.Trouble.UNAVAILABLE
          ? Outcome.refused(
              Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE, "plugIn", adapter.plugIn()))
          : wrong(setting(adapter, no));
    } catch (IllegalArgumentException no) {
      return wrong("deadline");
    }
  }

  /** A system that neither keeps a space nor tells of anything is no use. */
  private boolean useful(GuardedAdapter adapter, InstalledAdapter row) throws CentreException {
    var config = systems.config(adapter, row);
    if (!row.spaces().isEmpty()) {
      adapter.check(config);
      return true;
    }
    try (var link = adapter.open(config)) {
      return link.events().isPresent();
    }
  }

  private static String setting(CentreAdapter adapter, CentreException no) {
    return adapter.settings().stream()
        .map(Setting::name)
        .filter(no.getMessage()::contains)
        .findFirst()
        .map(name -> "settings." + name)
        .orElse("settings");
  }

  private static boolean outside(Duration period, Duration least, Duration most) {
    return period.compareTo(least) < 0 || period.compareTo(most) > 0;
  }

  private boolean allOfCentre(InstalledAdapter row) {
    return row.spaces().keySet().stream()
        .allMatch(
            id ->
                snapshots.now().get(Space.class, new SpaceId(id)).stream()
                    .anyMatch(space -> space.centre().equals(row.centre())));
  }

  private static <T> Outcome<T> wrong(String field) {
    return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }
}
