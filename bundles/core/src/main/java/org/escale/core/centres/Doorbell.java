package org.escale.core.centres;

import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
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
 * Has a system read at once: for those who may, and for whoever holds the secret of its adapter.
 * What they say is no data, only a reason to look. Of a secret its digest alone is kept. Safe for
 * many threads.
 */
@Component(service = Doorbell.class)
public final class Doorbell {
  private final Commits commits;
  private final Snapshots snapshots;
  private final Polling polling;

  /** Rings there. */
  @Activate
  public Doorbell(
      @Reference Commits commits, @Reference Snapshots snapshots, @Reference Polling polling) {
    this.commits = commits;
    this.snapshots = snapshots;
    this.polling = polling;
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
    var hook = snapshots.now().get(InstalledAdapter.class, id).flatMap(InstalledAdapter::hook);
    return Secret.presented(secret).filter(s -> hook.filter(s::opens).isPresent()).isPresent()
        ? rung(id)
        : Outcome.refused(RefusalCode.NOT_FOUND);
  }

  Outcome<String> secret(Caller caller, AdapterId id) {
    var secret = Secret.fresh();
    return changed(caller, id, Optional.of(secret.digest())).map(kept -> secret.text());
  }

  Outcome<AdapterId> revoke(Caller caller, AdapterId id) {
    return changed(caller, id, Optional.empty()).map(kept -> id);
  }

  private Outcome<AdapterId> rung(AdapterId id) {
    polling.now(id);
    return Outcome.done(id);
  }

  private Outcome<Kept<InstalledAdapter>> changed(
      Caller caller, AdapterId id, Optional<String> digest) {
    return caller.may(Operation.OPERATE)
        ? commits.commit(caller, () -> draft(id, digest))
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private Outcome<Draft<InstalledAdapter>> draft(AdapterId id, Optional<String> digest) {
    return snapshots
        .now()
        .kept(InstalledAdapter.class, id)
        .map(kept -> Outcome.done(Draft.of(kept.word().heard(digest), kept.revision())))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }
}
