package org.escale.core.centres;

import java.util.List;
import java.util.Map;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Onboarding;
import org.escale.service.Progress;
import org.escale.spi.centre.CentreAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a centre's system is brought in, for who installs them. Safe for many threads. */
@Component(service = Onboarding.class)
public final class Assistant implements Onboarding {
  private final Systems systems;
  private final Installing installing;
  private final Exploring exploring;
  private final Joining joining;
  private final Rehearsing rehearsing;

  /** Of these parts. */
  @Activate
  public Assistant(
      @Reference Systems systems,
      @Reference Installing installing,
      @Reference Exploring exploring,
      @Reference Joining joining,
      @Reference Rehearsing rehearsing) {
    this.systems = systems;
    this.installing = installing;
    this.exploring = exploring;
    this.joining = joining;
    this.rehearsing = rehearsing;
  }

  @Override
  public Outcome<List<Kind>> kinds(Caller caller) {
    return caller.may(Operation.OPERATE)
        ? Outcome.done(systems.adapters().stream().map(Assistant::kind).toList())
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private static Kind kind(CentreAdapter adapter) {
    var settings =
        adapter.settings().stream()
            .map(s -> new Asked(s.name(), s.text(), s.secret(), s.preset()))
            .toList();
    return new Kind(adapter.kind(), settings);
  }

  @Override
  public Outcome<InstalledAdapter> check(Caller caller, InstalledAdapter wish) {
    return installing.checked(caller, wish);
  }

  @Override
  public Outcome<Proposal> explore(Caller caller, InstalledAdapter checked, Progress progress) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return exploring
        .explore(checked, progress)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "kind")));
  }

  @Override
  public Outcome<Connected> connect(
      Caller caller, InstalledAdapter checked, Map<SpaceId, TruthMode> modes, Progress progress) {
    return caller.may(Operation.OPERATE)
        ? joining.connect(caller, checked, modes, progress)
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<Rehearsal> rehearse(Caller caller, AdapterId id, Progress progress) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return systems
        .openNow(id)
        .map(system -> Outcome.done(rehearsing.rehearse(system, progress)))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }
}
