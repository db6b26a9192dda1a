package org.escale.gateway.radius;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.GatewayEvent;

/**
 * Cuts who may be there no longer, again and again until there is proof: a stop, gear that does not
 * know the session, or silence after a yes. Asks every 30 s whether the gear is there. For one
 * thread; whether the gear is there may be read by any.
 */
final class Cutter {
  private static final int UNKNOWN_SESSION = 503;
  private static final long PERIOD = Duration.ofSeconds(30).toNanos();
  private static final long REFUSED = Duration.ofSeconds(8).toNanos();

  private final Here here;
  private final Sessions sessions;
  private final Orders orders;
  private final Map<String, Asked> asked = new HashMap<>();
  private Optional<Long> lastQuestion = Optional.empty();
  private volatile Optional<Boolean> reachable = Optional.empty();

  /** What is to be done now: packets to the gear, and what the hub has to know. */
  record Due(List<byte[]> packets, List<GatewayEvent> events) {}

  Cutter(Here here, Sessions sessions) {
    this.here = here;
    this.sessions = sessions;
    this.orders = new Orders(here, false);
  }

  /** Whether the gear answers; empty as long as that is not known. */
  Optional<Boolean> reachable() {
    return reachable;
  }

  /** The gear has come just now: it is asked at once whether it answers. */
  void askAgain() {
    lastQuestion = Optional.empty();
  }

  /** Time has passed. */
  Due due() {
    long now = here.nanos().getAsLong();
    if (lastQuestion.filter(last -> now - last < PERIOD).isEmpty()) {
      asked.put("", orders.areYouThere(now));
      lastQuestion = Optional.of(now);
    }
    var overdue = new HashMap<String, Tracked>();
    sessions.overdue().forEach(session -> overdue.put(session.session(), session));
    asked.keySet().removeIf(name -> !name.isEmpty() && !overdue.containsKey(name));
    overdue.values().forEach(session -> begin(session, now));
    var due = new Due(new ArrayList<>(), new ArrayList<>());
    List.copyOf(asked.values()).stream()
        .filter(order -> order.next() - now <= 0)
        .forEach(order -> next(order, now, due));
    return due;
  }

  /** Life after a yes: it did not work, or somebody came back without asking. */
  private void begin(Tracked session, long now) {
    var before = asked.computeIfAbsent(session.session(), name -> orders.cut(session, now));
    if (before.acked().filter(yes -> session.heard() - yes > 0).isPresent()) {
      here.tally().note(Noted.LIFE_AFTER_END);
      asked.put(session.session(), orders.cut(session, now));
    }
  }

  private void next(Asked order, long now, Due due) {
    if (order.acked().isPresent()) {
      asked.remove(order.session());
      due.events().addAll(gone(order.session()));
      return;
    }
    var sending = order;
    if (order.spent()) {
      reachable = Optional.of(false);
      asked.remove(order.session());
      var session = sessions.of(order.session());
      if (session.isEmpty()) {
        return;
      }
      sending = orders.cut(session.get(), now);
    }
    asked.put(sending.session(), sending.sent(now));
    due.packets().add(sending.packet().octets());
  }

  /** The gear answered; what the hub has to know. */
  List<GatewayEvent> answered(byte[] datagram, int length) {
    var packet = Packet.read(datagram, length);
    var order =
        packet.flatMap(p -> asked.values().stream().filter(a -> a.id() == p.id()).findFirst());
    if (order.isEmpty()) {
      here.tally().note(packet.isEmpty() ? Noted.MALFORMED : Noted.LATE);
      return List.of();
    }
    if (!genuine(packet.get(), order.get())) {
      here.tally().note(Noted.WRONG_SECRET);
      return List.of();
    }
    reachable = Optional.of(true);
    return believed(packet.get(), order.get());
  }

  private List<GatewayEvent> believed(Packet answer, Asked order) {
    long now = here.nanos().getAsLong();
    var name = order.session();
    if (name.isEmpty()) {
      asked.remove(name);
      return List.of();
    }
    if (answer.code() == Code.DISCONNECT_ACK) {
      asked.put(name, order.watched(now, now + here.profile().watch().toNanos()));
      return List.of();
    }
    var cause = answer.number(Type.ERROR_CAUSE);
    asked.remove(name);
    if (cause.map(c -> c == UNKNOWN_SESSION).orElse(here.profile().nakIsGone())) {
      return gone(name);
    }
    here.tally().note(Noted.NOT_CUT);
    sessions.of(name).ifPresent(s -> asked.put(name, orders.cut(s, now).at(now + REFUSED)));
    return List.of();
  }

  /** When it went nobody saw: what was not seen is not billed. */
  private List<GatewayEvent> gone(String session) {
    return sessions.of(session).map(s -> sessions.end(session, s.seen())).orElse(List.of());
  }

  private boolean genuine(Packet answer, Asked order) {
    var authenticator = order.packet().authenticator();
    return (answer.code() == Code.DISCONNECT_ACK || answer.code() == Code.DISCONNECT_NAK)
        && here.secret().answered(answer, authenticator)
        && (!answer.has(Type.MESSAGE_AUTHENTICATOR)
            || here.secret().signedAnswer(answer, authenticator));
  }
}
