package org.escale.core.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.access.Session.State;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.caller.Sight;
import org.escale.caller.Standing;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.sessions.Devices;
import org.escale.core.sessions.Grants;
import org.escale.core.snapshot.Snapshots;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a session by what its gateway saw. Each event is kept under the gateway's own sequence
 * number, so that a second copy does nothing. Safe for many threads.
 */
@Component(service = SessionLife.class)
public final class SessionLife {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLife.class);

  private final Commits commits;
  private final Words words;
  private final Snapshots snapshots;
  private final Devices devices;

  /** Commits there. */
  @Activate
  public SessionLife(
      @Reference Commits commits,
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference Devices devices) {
    this.commits = commits;
    this.words = words;
    this.snapshots = snapshots;
    this.devices = devices;
  }

  /** Somebody uses it: the visit was seen, or a session that is over must be cut again. */
  Outcome<Kept<Session>> alive(Kept<Session> session, GatewayEvent event, Instant at) {
    var id = session.word().id();
    return once(event, () -> fresh(id).then(kept -> aliveDraft(kept, event, at)));
  }

  /** The gateway saw it end: that is the proof. */
  Outcome<Kept<Session>> over(GrantId id, GatewayEvent event, Instant at) {
    return once(event, () -> fresh(id).then(kept -> overDraft(kept, at)));
  }

  private Outcome<Draft<Session>> aliveDraft(Kept<Session> kept, GatewayEvent event, Instant at) {
    var session = kept.word();
    if (session.state() == State.ENDED || session.state() == State.CUTTING) {
      LOG.warn("session {} shows life after its end", session.id());
      return Outcome.done(Draft.of(session, kept.revision()).causing(List.of(cutAgain(event))));
    }
    var visit = snapshots.now().kept(Visit.class, session.visit());
    var writes = new ArrayList<Write>();
    visit
        .filter(v -> v.word().lastSeen().filter(seen -> !seen.isBefore(at)).isEmpty())
        .ifPresent(v -> writes.add(new Write.Put(v.word().seen(at), v.revision())));
    event.attachment().flatMap(in -> devices.seen(session, in, at)).ifPresent(writes::add);
    return session.state() == State.OPEN && writes.isEmpty()
        ? Outcome.refused(RefusalCode.WRONG_STATE)
        : Outcome.done(
            Draft.of(session.in(State.OPEN, Optional.empty()), kept.revision()).also(writes));
  }

  private static Outcome<Draft<Session>> overDraft(Kept<Session> kept, Instant at) {
    return kept.word().state() == State.ENDED
        ? Outcome.refused(RefusalCode.WRONG_STATE)
        : Outcome.done(Draft.of(kept.word().in(State.ENDED, Optional.of(at)), kept.revision()));
  }

  private Outcome<Kept<Session>> fresh(GrantId id) {
    return words
        .get(Session.class, id, Sight.PLATFORM)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  /** A gateway that counts from one again has used its numbers before: then the state decides. */
  private Outcome<Kept<Session>> once(
      GatewayEvent event, java.util.function.Supplier<Outcome<Draft<Session>>> draft) {
    var gateway =
        new Caller(
            new AccountId("gateway:" + event.gateway()),
            java.util.Set.of(),
            Standing.NONE,
            java.util.Set.of(),
            java.util.Locale.ENGLISH);
    var outcome = commits.commit(gateway.under(key(event)), draft);
    if (outcome instanceof Outcome.Refused<Kept<Session>> refused
        && refused.refusal().code() == RefusalCode.KEY_REUSED) {
      LOG.warn("gateway {} numbers its events afresh", event.gateway());
      return commits.commit(gateway, draft);
    }
    return outcome;
  }

  private static RequestKey key(GatewayEvent event) {
    var body = event.kind() + " " + event.grant() + " " + event.at();
    return new RequestKey("gateway-event", Long.toString(event.sequence()), body);
  }

  private static Effect cutAgain(GatewayEvent event) {
    return new Effect(
        "grant:" + event.grant() + ":life:" + event.gateway() + ":" + event.sequence(),
        Grants.GATEWAY,
        event.grant().value(),
        Map.of());
  }
}
