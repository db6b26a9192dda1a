package org.escale.core.centres;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.Proven;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
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
  private static final String FIELD = "field";
  private static final int MOST_SPACES = 500;
  private static final int MOST_SAFETY = 100;
  private static final Duration FASTEST = Duration.ofSeconds(5);
  private static final Duration NEAREST = Duration.ofSeconds(2);
  private static final Duration SLOWEST = Duration.ofDays(1);

  private final Systems systems;
  private final Commits commits;
  private final Snapshots snapshots;
  private final Vault vault;
  private final Proofs proofs;

  /** Commits them there. */
  @Activate
  public Installing(
      @Reference Systems systems,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Vault vault,
      @Reference Proofs proofs) {
    this.systems = systems;
    this.commits = commits;
    this.snapshots = snapshots;
    this.vault = vault;
    this.proofs = proofs;
  }

  Outcome<Kept<InstalledAdapter>> install(Caller caller, InstalledAdapter row, long revision) {
    return checked(caller, row).then(kept -> keep(caller, kept, revision));
  }

  /** Keeps one that was checked. */
  Outcome<Kept<InstalledAdapter>> keep(Caller caller, InstalledAdapter checked, long revision) {
    return wrongIn(checked)
        .or(() -> useless(checked) ? Optional.of("spaces") : Optional.empty())
        .<Outcome<Kept<InstalledAdapter>>>map(Installing::wrong)
        .orElseGet(() -> commits.commit(caller, () -> draft(checked, revision)));
  }

  /** With its secrets encrypted, if its adapter can work with these settings. */
  Outcome<InstalledAdapter> checked(Caller caller, InstalledAdapter row) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var adapter = systems.adapter(row.kind());
    if (adapter.isEmpty()) {
      return wrong("kind");
    }
    if (snapshots.now().get(Centre.class, row.centre()).isEmpty()) {
      return wrong("centreId");
    }
    var before = snapshots.now().get(InstalledAdapter.class, row.id());
    var kept = row.with(secrets(adapter.get(), row, before));
    return opens(adapter.get(), kept);
  }

  /** What was proven of another system says nothing of this one. */
  private Outcome<Draft<InstalledAdapter>> draft(InstalledAdapter row, long revision) {
    var before = snapshots.now().get(InstalledAdapter.class, row.id());
    var same = before.filter(old -> old.settings().equals(row.settings())).isPresent();
    var draft = Draft.of(row, revision).atAskedRevision();
    return Outcome.done(same ? draft : draft.also(proofs.forgotten(row.id()).stream().toList()));
  }

  Outcome<AdapterId> remove(Caller caller, AdapterId id) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    if (snapshots.now().get(InstalledAdapter.class, id).isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    return commits
        .remove(caller, InstalledAdapter.class, id)
        .then(gone -> commits.remove(caller, Proven.class, id))
        .map(gone -> id);
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
      adapter.check(systems.config(adapter, row));
      return Outcome.done(row);
    } catch (CentreException no) {
      return no.trouble() == CentreException.Trouble.UNAVAILABLE
          ? Outcome.refused(
              Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE, "plugIn", adapter.plugIn()))
          : Outcome.refused(
              new Refusal(
                  RefusalCode.INVALID_FIELD,
                  Map.of(FIELD, setting(adapter, no), "because", no.getMessage())));
    } catch (IllegalArgumentException no) {
      return wrong("deadline");
    }
  }

  /** A system that neither keeps a space nor tells of anything is no use. */
  private boolean useless(InstalledAdapter row) {
    var adapter = systems.adapter(row.kind());
    if (!row.spaces().isEmpty() || adapter.isEmpty()) {
      return false;
    }
    try (var link = adapter.get().open(systems.config(adapter.get(), row))) {
      return link.events().isEmpty();
    } catch (CentreException no) {
      return true;
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
    return Outcome.refused(refusal(field));
  }

  private static Refusal refusal(String field) {
    return Refusal.of(RefusalCode.INVALID_FIELD, FIELD, field);
  }
}
