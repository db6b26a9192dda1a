package org.escale.core.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.core.commits.Commits;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.EffectHandler;
import org.escale.federation.Affiliation;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.spi.store.Change;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at a centre again, in each network that knows it, after something changed there. */
@Component(service = EffectHandler.class)
public final class EvaluationEffects implements EffectHandler {
  static final String KIND = "evaluation";
  private static final Duration WITHOUT_RULE = Duration.ofMinutes(1);

  private final Evaluation evaluation;
  private final Snapshots snapshots;
  private final Commits commits;

  /** By that evaluation. */
  @Activate
  public EvaluationEffects(
      @Reference Evaluation evaluation,
      @Reference Snapshots snapshots,
      @Reference Commits commits) {
    this.evaluation = evaluation;
    this.snapshots = snapshots;
    this.commits = commits;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    var snapshot = snapshots.now();
    var centre = new CentreId(waiting.effect().about());
    return snapshot.where(Affiliation.class, "centreId", centre).stream()
        .filter(a -> a.state() != State.ENDED && a.state() != State.CANDIDATE)
        .flatMap(a -> snapshot.kept(Affiliation.class, a.id()).stream())
        .map(this::again)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Commits what comes of it; a change meanwhile or a rule that is away is tried again. */
  private Optional<Again> again(Kept<Affiliation> kept) {
    var outcome = evaluation.draft(kept);
    if (!(outcome instanceof Outcome.Done<org.escale.core.commits.Draft<Affiliation>> done)) {
      return Optional.of(new Again(WITHOUT_RULE, "a rule is missing"));
    }
    var writes = done.value().writes();
    boolean same = writes.equals(java.util.List.of(new Write.Put(kept.word(), kept.revision())));
    if (same
        || commits.commit(Change.of(writes.toArray(Write[]::new)))
            instanceof org.escale.spi.store.CommitOutcome.Committed) {
      return Optional.empty();
    }
    return Optional.of(new Again(Duration.ofSeconds(1), "changed meanwhile"));
  }
}
