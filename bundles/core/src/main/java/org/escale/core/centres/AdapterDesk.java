package org.escale.core.centres;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.adapter.AdapterId;
import org.escale.adapter.Incident;
import org.escale.adapter.IncidentId;
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
import org.escale.service.Adapters;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.Setting;
import org.escale.spi.store.Vault;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where adapters are installed, tried and looked at. */
@Component(service = Adapters.class)
public final class AdapterDesk implements Adapters {
  private static final int MOST_SPACES = 500;
  private static final Duration FASTEST = Duration.ofSeconds(5);
  private static final Duration SLOWEST = Duration.ofDays(1);

  private final Systems systems;
  private final Commits commits;
  private final Snapshots snapshots;
  private final Vault vault;
  private final Settling settling;

  /** Installs them there. */
  @Activate
  public AdapterDesk(
      @Reference Systems systems,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Vault vault,
      @Reference Settling settling) {
    this.systems = systems;
    this.commits = commits;
    this.snapshots = snapshots;
    this.vault = vault;
    this.settling = settling;
  }

  @Override
  public Outcome<Kept<InstalledAdapter>> install(
      Caller caller, InstalledAdapter row, long revision) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var adapter = systems.adapter(row.kind());
    if (adapter.isEmpty()) {
      return wrong("kind");
    }
    var before = snapshots.now().get(InstalledAdapter.class, row.id());
    var kept = with(row, secrets(adapter.get(), row, before));
    return wrongIn(adapter.get(), kept)
        .<Outcome<Kept<InstalledAdapter>>>map(AdapterDesk::wrong)
        .orElseGet(
            () ->
                commits.commit(
                    caller, () -> Outcome.done(Draft.of(kept, revision).atAskedRevision())));
  }

  @Override
  public Outcome<AdapterId> remove(Caller caller, AdapterId id) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return snapshots.now().get(InstalledAdapter.class, id).isEmpty()
        ? Outcome.refused(RefusalCode.NOT_FOUND)
        : commits.remove(caller, InstalledAdapter.class, id).map(gone -> id);
  }

  @Override
  public Outcome<List<Standing>> standings(Caller caller) {
    if (!caller.may(Operation.ADAPTER_READ)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return Outcome.done(
        snapshots.now().all(InstalledAdapter.class).stream()
            .filter(row -> caller.sight().sees(row))
            .map(row -> systems.open(row.id()).map(this::standing).orElseGet(() -> closed(row)))
            .toList());
  }

  @Override
  public Outcome<Proof> probe(Caller caller, AdapterId id, Optional<SpaceId> space) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var system = systems.open(id);
    var tried =
        system.flatMap(
            s ->
                space
                    .or(
                        () ->
                            s.row().spaces().keySet().stream()
                                .sorted()
                                .findFirst()
                                .map(SpaceId::new))
                    .flatMap(s::ref));
    if (tried.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    try {
      var link = system.get().link();
      var probe = system.get().ask(() -> link.probe(tried.get()));
      return Outcome.done(new Proof(probe.claims(), probe.findings()));
    } catch (CentreException silent) {
      system.get().failed(silent);
      return Outcome.refused(
          Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE, "because", silent.getMessage()));
    }
  }

  @Override
  public Outcome<Kept<Incident>> settle(Caller caller, IncidentId id) {
    return settling.settle(caller, id);
  }

  private Standing standing(OpenSystem system) {
    var asOf =
        system.marks().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asOf()));
    return new Standing(system.row().id(), system.up(), system.text(), asOf, system.waiting());
  }

  private static Standing closed(InstalledAdapter row) {
    return new Standing(row.id(), false, "its adapter is not here", Map.of(), 0);
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

  private Optional<String> wrongIn(CentreAdapter adapter, InstalledAdapter row) {
    if (row.poll().compareTo(FASTEST) < 0 || row.poll().compareTo(SLOWEST) > 0) {
      return Optional.of("poll");
    }
    if (row.spaces().isEmpty() || row.spaces().size() > MOST_SPACES || !allOfCentre(row)) {
      return Optional.of("spaces");
    }
    try (var link = adapter.open(systems.config(adapter, row))) {
      return link == null ? Optional.of("settings") : Optional.empty();
    } catch (CentreException no) {
      return Optional.of(
          adapter.settings().stream()
              .map(Setting::name)
              .filter(no.getMessage()::contains)
              .findFirst()
              .map(name -> "settings." + name)
              .orElse("settings"));
    } catch (IllegalArgumentException no) {
      return Optional.of("deadline");
    }
  }

  private boolean allOfCentre(InstalledAdapter row) {
    return row.spaces().keySet().stream()
        .allMatch(
            id ->
                snapshots.now().get(Space.class, new SpaceId(id)).stream()
                    .anyMatch(space -> space.centre().equals(row.centre())));
  }

  private static InstalledAdapter with(InstalledAdapter row, Map<String, String> settings) {
    return new InstalledAdapter(
        row.id(), row.centre(), row.kind(), settings, row.spaces(), row.poll(), row.deadline());
  }

  private static <T> Outcome<T> wrong(String field) {
    return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }
}
