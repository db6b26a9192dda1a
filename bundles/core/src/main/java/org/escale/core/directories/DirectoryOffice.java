package org.escale.core.directories;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.escale.adapter.DirectoryId;
import org.escale.adapter.InstalledDirectory;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Directories;
import org.escale.service.Onboarding.Asked;
import org.escale.service.Onboarding.Kind;
import org.escale.service.Progress;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where directories are installed, looked at and read: the operator's alone. */
@Component(service = Directories.class)
public final class DirectoryOffice implements Directories {
  private final Enlisting enlisting;
  private final Sources sources;
  private final Round round;
  private final Snapshots snapshots;

  /** Of these parts. */
  @Activate
  public DirectoryOffice(
      @Reference Enlisting enlisting,
      @Reference Sources sources,
      @Reference Round round,
      @Reference Snapshots snapshots) {
    this.enlisting = enlisting;
    this.sources = sources;
    this.round = round;
    this.snapshots = snapshots;
  }

  @Override
  public Outcome<List<Kind>> kinds(Caller caller) {
    return may(
        caller,
        () -> Outcome.done(sources.adapters().stream().map(DirectoryOffice::kind).toList()));
  }

  private static Kind kind(DirectoryAdapter adapter) {
    return new Kind(
        adapter.kind(),
        adapter.settings().stream()
            .map(s -> new Asked(s.name(), s.text(), s.secret(), s.preset()))
            .toList());
  }

  @Override
  public Outcome<Kept<InstalledDirectory>> install(
      Caller caller, InstalledDirectory row, long revision) {
    return may(caller, () -> enlisting.install(caller, row, revision));
  }

  @Override
  public Outcome<DirectoryId> remove(Caller caller, DirectoryId id) {
    return may(caller, () -> enlisting.remove(caller, id));
  }

  @Override
  public Outcome<List<Standing>> standings(Caller caller) {
    return may(
        caller,
        () ->
            Outcome.done(
                snapshots.now().all(InstalledDirectory.class).stream()
                    .map(row -> sources.open(row.id()).map(OpenSource::standing).orElse(away(row)))
                    .toList()));
  }

  @Override
  public Outcome<Report> run(Caller caller, DirectoryId id, Manner manner, Progress progress) {
    return may(
        caller,
        () ->
            sources
                .open(id)
                .map(source -> round.run(source, new Round.How(true, manner, progress)))
                .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND)));
  }

  private static Standing away(InstalledDirectory row) {
    return new Standing(
        row.id(), false, "its adapter is not here", Optional.empty(), Optional.empty());
  }

  private static <T> Outcome<T> may(Caller caller, Supplier<Outcome<T>> then) {
    return caller.may(Operation.OPERATE) ? then.get() : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }
}
