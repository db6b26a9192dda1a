package org.escale.core.centres;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.InstalledAdapter.Power;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.secrets.Secret;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has a system read at once: for those who may, and for whoever holds the secret to ring. A ring is
 * no data, only a reason to look; who holds the secret to tell brings what happened at the centre,
 * and neither secret opens what the other does. Of a secret its digest alone is kept. Safe for many
 * threads.
 */
@Component(service = Doorbell.class)
public final class Doorbell {
  private final Commits commits;
  private final Snapshots snapshots;
  private final Polling polling;
  private final Listening listening;
  private final Inbox inbox;

  /** Rings there, and hands in there what is brought. */
  @Activate
  public Doorbell(
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Polling polling,
      @Reference Listening listening,
      @Reference Inbox inbox) {
    this.commits = commits;
    this.snapshots = snapshots;
    this.polling = polling;
    this.listening = listening;
    this.inbox = inbox;
  }

  Outcome<AdapterId> poll(Caller caller, AdapterId id) {
    if (!caller.may(Operation.ADAPTER_POLL)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return snapshots.now().get(InstalledAdapter.class, id).filter(caller.sight()::sees).isPresent()
        ? rung(id)
        : Outcome.refused(RefusalCode.NOT_FOUND);
  }

  Outcome<AdapterId> ring(AdapterId id, String secret) {
    return opened(id, secret, Power.RING).isPresent()
        ? rung(id)
        : Outcome.refused(RefusalCode.NOT_FOUND);
  }

  private Optional<InstalledAdapter> opened(AdapterId id, String secret, Power power) {
    var presented = Secret.presented(secret);
    return snapshots
        .now()
        .get(InstalledAdapter.class, id)
        .filter(
            row -> row.digest(power).flatMap(d -> presented.filter(s -> s.opens(d))).isPresent());
  }

  Outcome<Integer> take(AdapterId id, String secret, List<CentreEvent> events) {
    return opened(id, secret, Power.TELL)
        .map(row -> inbox.take(row, events))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  Outcome<String> secret(Caller caller, AdapterId id, Power power) {
    var secret = Secret.fresh();
    return changed(caller, id, row -> row.with(power, Optional.of(secret.digest())))
        .then(kept -> shown(secret, kept.word().digest(power)));
  }

  /** The secret is kept nowhere: a request that comes again cannot be answered with it. */
  private static Outcome<String> shown(Secret secret, Optional<String> kept) {
    return kept.filter(secret::opens).isPresent()
        ? Outcome.done(secret.text())
        : Outcome.refused(RefusalCode.ALREADY_EXISTS);
  }

  Outcome<AdapterId> revoke(Caller caller, AdapterId id, Power power) {
    return changed(caller, id, row -> row.with(power, Optional.empty())).map(kept -> id);
  }

  private Outcome<AdapterId> rung(AdapterId id) {
    polling.now(id);
    listening.now(id);
    return Outcome.done(id);
  }

  private Outcome<Kept<InstalledAdapter>> changed(
      Caller caller, AdapterId id, UnaryOperator<InstalledAdapter> change) {
    return caller.may(Operation.OPERATE)
        ? commits.commit(caller, () -> draft(id, change))
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private Outcome<Draft<InstalledAdapter>> draft(
      AdapterId id, UnaryOperator<InstalledAdapter> change) {
    return snapshots
        .now()
        .kept(InstalledAdapter.class, id)
        .map(kept -> Outcome.done(Draft.of(change.apply(kept.word()), kept.revision())))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }
}
