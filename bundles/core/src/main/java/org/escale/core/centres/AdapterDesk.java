package org.escale.core.centres;

import java.util.List;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.Incident;
import org.escale.adapter.IncidentId;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.InstalledAdapter.Power;
import org.escale.caller.Caller;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.service.Adapters;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where adapters are installed, tried, looked at and steered. */
@Component(service = Adapters.class)
public final class AdapterDesk implements Adapters {
  private final Installing installing;
  private final Overview overview;
  private final Doorbell doorbell;
  private final Queue queue;
  private final Settling settling;

  /** Of these parts. */
  @Activate
  public AdapterDesk(
      @Reference Installing installing,
      @Reference Overview overview,
      @Reference Doorbell doorbell,
      @Reference Queue queue,
      @Reference Settling settling) {
    this.installing = installing;
    this.overview = overview;
    this.doorbell = doorbell;
    this.queue = queue;
    this.settling = settling;
  }

  @Override
  public Outcome<Kept<InstalledAdapter>> install(
      Caller caller, InstalledAdapter row, long revision) {
    return installing.install(caller, row, revision);
  }

  @Override
  public Outcome<AdapterId> remove(Caller caller, AdapterId id) {
    return installing.remove(caller, id);
  }

  @Override
  public Outcome<List<Standing>> standings(Caller caller) {
    return overview.standings(caller);
  }

  @Override
  public Outcome<List<Glimpse>> glimpses(Caller caller) {
    return overview.glimpses(caller);
  }

  @Override
  public Outcome<Proof> probe(Caller caller, AdapterId id, Optional<SpaceId> space) {
    return overview.probe(caller, id, space);
  }

  @Override
  public Outcome<List<Queued>> queue(Caller caller, AdapterId id) {
    return queue.of(caller, id);
  }

  @Override
  public Outcome<Queued> replay(Caller caller, AdapterId id, String message) {
    return queue.replay(caller, id, message);
  }

  @Override
  public Outcome<Queued> drop(Caller caller, AdapterId id, String message) {
    return queue.drop(caller, id, message);
  }

  @Override
  public Outcome<AdapterId> poll(Caller caller, AdapterId id) {
    return doorbell.poll(caller, id);
  }

  @Override
  public Outcome<AdapterId> ring(AdapterId id, String secret) {
    return doorbell.ring(id, secret);
  }

  @Override
  public Outcome<Integer> take(AdapterId id, String secret, List<CentreEvent> events) {
    return doorbell.take(id, secret, events);
  }

  @Override
  public Outcome<String> secret(Caller caller, AdapterId id, Power power) {
    return doorbell.secret(caller, id, power);
  }

  @Override
  public Outcome<AdapterId> revoke(Caller caller, AdapterId id, Power power) {
    return doorbell.revoke(caller, id, power);
  }

  @Override
  public Outcome<Kept<Incident>> settle(Caller caller, IncidentId id) {
    return settling.settle(caller, id);
  }
}
