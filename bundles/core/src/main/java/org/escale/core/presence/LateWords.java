package org.escale.core.presence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.metering.ReportedTime;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what a gateway tells of a visit that is over already, to be weighed by {@link LateFindings}
 * (law S6). What cannot change the end leaves no trace. Safe for many threads.
 */
@Component(service = LateWords.class)
public final class LateWords {
  /** The kind of effect that weighs it. */
  static final String LATE = "late";

  /** In an effect: when it was kept. */
  static final String SINCE = "since";

  /** In an effect: when the gateway saw the session end. */
  static final String STOPPED = "stopped";

  /** In an effect: when the centre's own system saw the guest leave. */
  static final String LEFT = "left";

  /** In an effect: that its clock was off by more than 120 s. */
  static final String DOUBTFUL = "doubtful";

  private final Words words;
  private final Commits commits;

  /** Keeps it there. */
  @Activate
  public LateWords(@Reference Words words, @Reference Commits commits) {
    this.words = words;
    this.commits = commits;
  }

  /** The visit with what was seen of it; {@code WRONG_STATE} where that changes nothing. */
  Outcome<Kept<Visit>> keep(VisitId id, GatewayEvent event, ReportedTime reported, Instant now) {
    return commits.commit(
        Closings.PLATFORM,
        () ->
            words
                .get(Visit.class, id, Sight.PLATFORM)
                .filter(kept -> tells(kept.word(), event.kind(), reported.at()))
                .map(kept -> Outcome.done(draft(kept, event, reported, now)))
                .orElseGet(() -> Outcome.refused(RefusalCode.WRONG_STATE)));
  }

  /**
   * The visit whose guest left at that instant, by the centre's own system; {@code WRONG_STATE}
   * where it is open, or somebody checked out before.
   */
  Outcome<Kept<Visit>> left(VisitId id, Instant at, String told, Instant now) {
    return commits.commit(
        Closings.PLATFORM,
        () ->
            words
                .get(Visit.class, id, Sight.PLATFORM)
                .filter(
                    kept -> kept.word().closing().filter(c -> c.by() != By.CHECK_OUT).isPresent())
                .map(kept -> Outcome.done(left(kept, at, told, now)))
                .orElseGet(() -> Outcome.refused(RefusalCode.WRONG_STATE)));
  }

  private static Draft<Visit> left(Kept<Visit> kept, Instant at, String told, Instant now) {
    var details = Map.of(SINCE, now.toString(), LEFT, at.toString());
    var effect = new Effect("late:" + told, LATE, kept.word().id().value(), details);
    return Draft.of(kept.word(), kept.revision()).causing(List.of(effect));
  }

  /**
   * A stop before the end can make it earlier; life, or a stop, after it may show that somebody was
   * there longer than anybody knew. Who checked out is not there any longer.
   */
  private static boolean tells(Visit visit, GatewayEvent.Kind kind, Instant at) {
    if (visit.open()) {
      return false;
    }
    var closing = visit.closing().orElseThrow();
    var later = at.isAfter(closing.at()) && closing.by() != By.CHECK_OUT;
    return kind == GatewayEvent.Kind.STOP
        ? later || at.isBefore(closing.at())
        : later && visit.lastSeen().filter(seen -> !at.isAfter(seen)).isEmpty();
  }

  private static Draft<Visit> draft(
      Kept<Visit> kept, GatewayEvent event, ReportedTime reported, Instant now) {
    var at = reported.at();
    var visit = kept.word();
    var seen = visit.lastSeen().filter(at::isBefore).orElse(at);
    Map<String, String> details = new HashMap<>();
    details.put(SINCE, now.toString());
    if (event.kind() == GatewayEvent.Kind.STOP) {
      details.put(STOPPED, at.toString());
    }
    if (reported.doubtful()) {
      details.put(DOUBTFUL, "true");
    }
    var key = "late:" + visit.id() + ":" + event.gateway() + ":" + event.sequence();
    var effect = new Effect(key, LATE, visit.id().value(), details);
    return Draft.of(visit.seen(seen), kept.revision()).causing(List.of(effect));
  }

  /** What such an effect says. */
  static Optional<Instant> instant(Effect effect, String name) {
    return Optional.ofNullable(effect.details().get(name)).map(Instant::parse);
  }
}
