package org.escale.rest.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.service.Gatehouse;

/** What is said of gateways. */
final class GatehouseViews {
  private GatehouseViews() {}

  /** How a gateway stands. */
  public record StandingView(
      String id,
      String centreId,
      String driver,
      boolean up,
      Optional<Instant> since,
      Optional<Instant> heard,
      int alive,
      int waiting,
      List<Gatehouse.Alarm> alarms,
      String text) {
    static StandingView of(Gatehouse.Standing s) {
      return new StandingView(
          s.id().value(),
          s.centre().value(),
          s.driver(),
          s.up(),
          s.since(),
          s.heard(),
          s.alive(),
          s.waiting(),
          s.alarms(),
          s.text());
    }
  }

  /** A session that is not over; its id, visit and person for the centre alone. */
  public record LiveView(
      String handle,
      Optional<String> id,
      Session.State state,
      int segment,
      String company,
      Instant from,
      Instant until,
      Optional<String> visitId,
      Optional<String> person) {
    static LiveView of(Gatehouse.Live s) {
      return new LiveView(
          s.handle().value(),
          s.whose().map(w -> w.session().value()),
          s.state(),
          s.segment(),
          s.company().value(),
          s.from(),
          s.until(),
          s.whose().map(w -> w.visit().value()),
          s.whose().map(w -> w.person().value()));
    }
  }

  /** A channel of a company. */
  public record ChannelView(int number, String company, int sessions) {}

  /** The channels of a centre. */
  public record ChannelsView(int first, int last, int free, List<ChannelView> drawn) {
    static ChannelsView of(Gatehouse.Channels c) {
      var drawn =
          c.drawn().stream()
              .map(d -> new ChannelView(d.number(), d.company().value(), d.sessions()))
              .toList();
      return new ChannelsView(c.first(), c.last(), c.last() - c.first() + 1 - drawn.size(), drawn);
    }
  }

  /** Something that happened. */
  public record HappeningView(
      Instant at, Gatehouse.Kind kind, Optional<String> sessionId, String text) {
    static HappeningView of(Gatehouse.Happening h) {
      return new HappeningView(h.at(), h.kind(), h.session().map(GrantId::value), h.text());
    }
  }
}
