package org.escale.core.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.escale.core.commits.Draft;
import org.escale.core.plugins.Rules;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Affiliation;
import org.escale.federation.Affiliation.State;
import org.escale.federation.Centre;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Affiliations.Step;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The steps that a network takes with an affiliation, each only from the states before it. */
@Component(service = Steps.class)
public final class Steps {
  private final Evaluation evaluation;
  private final Rules rules;
  private final Snapshots snapshots;
  private final Clock clock;

  /** By those rules. */
  @Activate
  public Steps(
      @Reference Evaluation evaluation,
      @Reference Rules rules,
      @Reference Snapshots snapshots,
      @Reference Clock clock) {
    this.evaluation = evaluation;
    this.rules = rules;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /** Looked at by the criteria. */
  Outcome<Draft<Affiliation>> evaluated(Kept<Affiliation> kept) {
    return kept.word().state() == State.ENDED ? wrongState(kept) : evaluation.draft(kept);
  }

  /** One step on. */
  Outcome<Draft<Affiliation>> taken(Kept<Affiliation> kept, Step step) {
    return switch (step) {
      case INTEGRATE -> from(kept, Set.of(State.CONFIRMED), a -> Progress.in(a, State.INTEGRATING));
      case ACTIVATE -> activated(kept);
      case SUSPEND -> from(kept, Set.of(State.ACTIVE), a -> Progress.in(a, State.SUSPENDED));
      case END ->
          from(
              kept,
              EnumSet.complementOf(EnumSet.of(State.ENDED)),
              a -> Progress.in(a, State.ENDED));
    };
  }

  /** Changed, if it is in one of those states. */
  static Outcome<Draft<Affiliation>> from(
      Kept<Affiliation> kept, Set<State> before, UnaryOperator<Affiliation> change) {
    return before.contains(kept.word().state())
        ? Outcome.done(Draft.of(change.apply(kept.word()), kept.revision()))
        : wrongState(kept);
  }

  /** The commitment runs from the first activation, in the calendar of the centre's zone. */
  private Outcome<Draft<Affiliation>> activated(Kept<Affiliation> kept) {
    var affiliation = kept.word();
    var now = clock.instant();
    if (!Evaluation.blocking(affiliation, now).isEmpty()) {
      return Outcome.refused(blocked(affiliation, now));
    }
    var since = affiliation.since().orElse(now);
    return rules
        .offer(affiliation.terms())
        .map(offer -> since.atZone(zone(affiliation)).plus(offer.commitment()).toInstant())
        .then(
            until ->
                from(
                    kept,
                    Set.of(State.CONFIRMED, State.INTEGRATING, State.SUSPENDED),
                    a -> Progress.active(a, since, until)));
  }

  private ZoneId zone(Affiliation affiliation) {
    return snapshots
        .now()
        .get(Centre.class, affiliation.centre())
        .map(centre -> centre.hours().zone())
        .orElse(clock.getZone());
  }

  private static Refusal blocked(Affiliation affiliation, Instant now) {
    var first = Evaluation.blocking(affiliation, now).get(0).code();
    return Refusal.of(RefusalCode.CRITERIA_NOT_MET, "criterion", first);
  }

  private static <T> Outcome<T> wrongState(Kept<Affiliation> kept) {
    return Outcome.refused(
        Refusal.of(RefusalCode.WRONG_STATE, "state", kept.word().state().name()));
  }
}
