package org.escale.core.presence;

import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.escale.access.Session;
import org.escale.caller.Sight;
import org.escale.core.metering.EndTexts;
import org.escale.core.metering.ReportedTime;
import org.escale.core.sessions.GatewayReports;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what gateways saw: life keeps a visit going, a stop ends it. Late, doubled and reordered
 * events change nothing twice and lose nothing (law S6). A clock that is off by more than 120 s is
 * flagged, and the time that rests on it set aside (law E5). Safe for many threads.
 */
@Component(service = GatewayReports.class)
public final class ReportedEvents implements GatewayReports {
  private static final Logger LOG = LoggerFactory.getLogger(ReportedEvents.class);

  private final Clock clock;
  private final Words words;
  private final Closings closings;
  private final SessionLife life;
  private final LateWords late;

  /** Keeps them there. */
  @Activate
  public ReportedEvents(
      @Reference Clock clock,
      @Reference Words words,
      @Reference Closings closings,
      @Reference SessionLife life,
      @Reference LateWords late) {
    this.clock = clock;
    this.words = words;
    this.closings = closings;
    this.life = life;
    this.late = late;
  }

  @Override
  public void take(CentreId centre, List<GatewayEvent> events) throws IOException {
    try {
      var ordered =
          events.stream().sorted(Comparator.comparingLong(GatewayEvent::sequence)).toList();
      for (var event : ordered) {
        take(centre, event);
      }
    } catch (StoreException away) {
      throw new IOException("events cannot be kept just now", away);
    }
  }

  private void take(CentreId centre, GatewayEvent event) throws IOException {
    var session = words.get(Session.class, event.grant(), Sight.PLATFORM);
    if (session.filter(kept -> kept.word().centre().equals(centre)).isEmpty()) {
      LOG.warn("gateway {} reports a session that is not its own", event.gateway());
      return;
    }
    var reported = ReportedTime.between(session.get().word().from(), event.at(), clock.instant());
    if (reported.doubtful()) {
      LOG.warn("the clock of gateway {} is off by more than 120 s", event.gateway());
    }
    if (event.kind() == GatewayEvent.Kind.STOP && session.get().word().cut().isPresent()) {
      kept(life.over(event.grant(), event, reported.at())); // says nothing of the visit
      return;
    }
    if (event.kind() == GatewayEvent.Kind.STOP) {
      stopped(session.get(), event, reported);
    } else {
      kept(life.alive(session.get(), event, reported.at()));
    }
    kept(late.keep(session.get().word().visit(), event, reported, clock.instant()));
  }

  private void stopped(Kept<Session> session, GatewayEvent event, ReportedTime reported)
      throws IOException {
    var doubt =
        reported.doubtful() ? Optional.of(EndTexts.CLOCK_IN_DOUBT) : Optional.<String>empty();
    var wish = new Closings.Wish(Closings.PLATFORM, KnownFacts.stopped(reported.at()), doubt);
    kept(closings.close(session.word().visit(), wish, clock.instant()));
    kept(life.over(session.word().id(), event, reported.at()));
  }

  /** A refusal of the state is an event that came too late; one of the store is told again. */
  private static void kept(Outcome<?> outcome) throws IOException {
    if (outcome instanceof Outcome.Refused<?> refused && again(refused.refusal())) {
      throw new IOException("events cannot be kept just now");
    }
  }

  private static boolean again(Refusal refusal) {
    return refusal.code() == RefusalCode.TEMPORARILY_UNAVAILABLE
        || refusal.code() == RefusalCode.CHANGED_MEANWHILE;
  }
}
