package org.escale.core.centres;

import java.time.Clock;
import org.escale.adapter.Incident;
import org.escale.adapter.IncidentId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets a centre's reception say that an incident is settled. */
@Component(service = Settling.class)
public final class Settling {
  private final Words words;
  private final Commits commits;
  private final Clock clock;

  /** Commits there. */
  @Activate
  public Settling(@Reference Words words, @Reference Commits commits, @Reference Clock clock) {
    this.words = words;
    this.commits = commits;
    this.clock = clock;
  }

  Outcome<Kept<Incident>> settle(Caller caller, IncidentId id) {
    return caller.may(Operation.INCIDENT_SETTLE)
        ? commits.commit(caller, () -> found(caller, id).then(this::settled))
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private Outcome<Kept<Incident>> found(Caller caller, IncidentId id) {
    return words
        .get(Incident.class, id, caller.sight())
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private Outcome<Draft<Incident>> settled(Kept<Incident> kept) {
    return kept.word().settled().isPresent()
        ? Outcome.refused(RefusalCode.WRONG_STATE)
        : Outcome.done(Draft.of(kept.word().settledAt(clock.instant()), kept.revision()));
  }
}
