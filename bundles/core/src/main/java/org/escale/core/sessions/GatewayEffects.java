package org.escale.core.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.steward.EffectHandler;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayAnswer;
import org.escale.spi.store.Change;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells the gateways of a centre what a grant is now, until they all know; cuts a revoked one again
 * and again until there is proof that nothing of it is alive. A session whose centre has no gateway
 * stays pending, and ends without a cut.
 */
@Component(service = EffectHandler.class)
public final class GatewayEffects implements EffectHandler {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration WATCH = Duration.ofSeconds(2);

  private final Gateways gateways;
  private final Grants grants;
  private final Words words;
  private final Commits commits;

  /** Through those gateways. */
  @Activate
  public GatewayEffects(
      @Reference Gateways gateways,
      @Reference Grants grants,
      @Reference Words words,
      @Reference Commits commits) {
    this.gateways = gateways;
    this.grants = grants;
    this.words = words;
    this.commits = commits;
  }

  @Override
  public String kind() {
    return Grants.GATEWAY;
  }

  /** A slow gateway delays its own centre; what concerns one session keeps its order. */
  @Override
  public Optional<String> lane(Outbox.Waiting waiting) {
    var id = new GrantId(waiting.effect().about());
    return Optional.of(gateways.centreOf(id).map(CentreId::value).orElse(id.value()));
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    return words
        .get(Session.class, new GrantId(waiting.effect().about()), Sight.PLATFORM)
        .flatMap(kept -> told(kept, waiting.attempts(), now));
  }

  private Optional<Again> told(Kept<Session> kept, int attempts, Instant now) {
    var session = kept.word();
    if (!Grants.revoked(session) && !gateways.installedAt(session.centre())) {
      return Optional.empty();
    }
    var there = gateways.at(session.centre());
    var answers = there.stream().map(g -> g.apply(grants.grant(session))).toList();
    return Grants.revoked(session) ? cut(kept, there, answers, now) : held(kept, answers, attempts);
  }

  private Optional<Again> held(Kept<Session> kept, List<GatewayAnswer> answers, int attempts) {
    if (answers.isEmpty() || answers.contains(GatewayAnswer.UNREACHABLE)) {
      return Optional.of(new Again(pause(attempts), "unreachable"));
    }
    return kept.word().state() == Session.State.PENDING
        ? becomes(kept, Session.State.READY, Optional.empty())
        : Optional.empty();
  }

  private Optional<Again> cut(
      Kept<Session> kept, List<OpenGateway> there, List<GatewayAnswer> answers, Instant now) {
    var session = kept.word();
    var allHere = !there.isEmpty() || !gateways.installedAt(session.centre());
    var proven =
        allHere
            && !answers.contains(GatewayAnswer.UNREACHABLE)
            && there.stream().allMatch(g -> g.provenDead(session.id()));
    if (!proven) {
      return Optional.of(new Again(WATCH, "no proof yet"));
    }
    return session.state() == Session.State.ENDED
        ? Optional.empty()
        : becomes(kept, Session.State.ENDED, Optional.of(now));
  }

  private Optional<Again> becomes(Kept<Session> kept, Session.State next, Optional<Instant> ended) {
    var put = new Write.Put(kept.word().in(next, ended), kept.revision());
    return commits.commit(Change.of(put)) instanceof org.escale.spi.store.CommitOutcome.Committed
        ? Optional.empty()
        : Optional.of(new Again(Duration.ZERO, "changed meanwhile"));
  }

  private static Duration pause(int attempts) {
    var doubled = Duration.ofSeconds(1L << Math.min(attempts, 5));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
