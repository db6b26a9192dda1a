package org.escale.core.presence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.caller.Sight;
import org.escale.core.commits.Commits;
import org.escale.core.sessions.GatewayReports;
import org.escale.core.steward.EffectHandler;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a box tells when its line is back, in its own order and each once (laws S5, S6). What cannot
 * be done just now, and what rests on it, waits 24 hours at most; what never can is set aside with
 * its reason, and holds up nothing else. Safe for many threads.
 */
@Component(service = {LineReplay.class, EffectHandler.class})
public final class LineReplay implements EffectHandler {
  /** That somebody came in while the line was away. */
  public static final String ADMIT = "ADMIT";

  /** Of what waits to be done. */
  static final String KIND = "box-told";

  private static final Logger LOG = LoggerFactory.getLogger(LineReplay.class);
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Clock clock;
  private final Words words;
  private final Commits commits;
  private final LineArrivals arrivals;
  private final GatewayReports reports;

  /**
   * Something that a box saw.
   *
   * @param kind {@link #ADMIT} or one of a gateway's
   * @param place where somebody was let in; empty for other kinds
   */
  public record Told(
      GatewayId box, long sequence, String kind, GrantId grant, Instant at, String place) {}

  /** Keeps it there. */
  @Activate
  public LineReplay(
      @Reference Clock clock,
      @Reference Words words,
      @Reference Commits commits,
      @Reference LineArrivals arrivals,
      @Reference GatewayReports reports) {
    this.clock = clock;
    this.words = words;
    this.commits = commits;
    this.arrivals = arrivals;
    this.reports = reports;
  }

  /**
   * Takes what a box of that centre saw, in the order of its numbers; all is on disk when this
   * returns.
   *
   * @throws IOException if it could not be kept; tell it again
   */
  public void take(CentreId centre, List<Told> told) throws IOException {
    try {
      for (var one : told) {
        var later = acted(centre, one);
        if (later.isPresent()) {
          LOG.warn("box {}: number {} waits: {}", one.box(), one.sequence(), later.get().why());
          keep(centre, one);
        }
      }
    } catch (StoreException away) {
      throw new IOException("what a box saw cannot be kept just now", away);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    var details = waiting.effect().details();
    var told =
        new Told(
            new GatewayId(details.get("box")),
            Long.parseLong(details.get("sequence")),
            details.get("kind"),
            new GrantId(waiting.effect().about()),
            Instant.parse(details.get("at")),
            details.get("place"));
    var since = Instant.parse(details.get("since"));
    try {
      return acted(new CentreId(details.get("centre")), told)
          .map(
              again ->
                  again.aside() || now.isBefore(since.plus(PATIENCE))
                      ? again
                      : Again.aside(again.why() + ", for 24 hours"));
    } catch (IOException away) {
      return Optional.of(ToldVisits.wait("it cannot be kept just now"));
    }
  }

  private Optional<Again> acted(CentreId centre, Told told) throws IOException {
    if (told.kind().equals(ADMIT)) {
      return ToldVisits.settled(
          arrivals.came(
              new LineArrivals.Told(told.box(), centre, told.grant(), told.at(), told.place())));
    }
    if (LineKeys.opened(told.grant())
        && words.get(Session.class, told.grant(), Sight.PLATFORM).isEmpty()) {
      return Optional.of(ToldVisits.wait("nobody has come in by it yet"));
    }
    var kind = GatewayEvent.Kind.valueOf(told.kind());
    reports.take(
        centre,
        List.of(new GatewayEvent(told.box(), told.sequence(), kind, told.grant(), told.at())));
    return Optional.empty();
  }

  private void keep(CentreId centre, Told told) throws IOException {
    var details =
        Map.of(
            "box", told.box().value(),
            "centre", centre.value(),
            "sequence", Long.toString(told.sequence()),
            "kind", told.kind(),
            "at", told.at().toString(),
            "place", told.place(),
            "since", clock.instant().toString());
    var key = KIND + ":" + told.box() + ":" + told.sequence() + ":" + told.grant();
    var effect = new Effect(key, KIND, told.grant().value(), details);
    var change = new Change("platform", Optional.empty(), List.of(), List.of(effect));
    if (!(commits.commit(change) instanceof CommitOutcome.Committed)) {
      throw new IOException("what a box saw cannot be kept just now");
    }
  }
}
