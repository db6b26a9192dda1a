package org.escale.gateway.radius;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.access.AccessGrant;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;

/**
 * Tells gear that can be told so of an end that moved while somebody is there. Other gear keeps its
 * old end, asks again then and is told what is left. Looks only at sessions that began, whose grant
 * changed, or that are being told. For one thread.
 */
final class Changer {
  private final Here here;
  private final Sessions sessions;
  private final Orders orders;
  private final Map<String, Instant> told = new HashMap<>();
  private final Map<String, Change> asked = new HashMap<>();
  private final Set<String> early = new HashSet<>();

  private record Change(Instant until, Asked order) {}

  Changer(Here here, Sessions sessions) {
    this.here = here;
    this.sessions = sessions;
    this.orders = new Orders(here, true);
  }

  /** Time has passed: packets to the gear. */
  List<byte[]> due() {
    var packets = new ArrayList<byte[]>();
    if (here.profile().changeable()) {
      var names = new LinkedHashSet<>(asked.keySet());
      names.addAll(early);
      early.clear();
      for (var name : sessions.news()) {
        told.remove(name);
        asked.remove(name);
        names.add(name);
      }
      for (var grant : here.book().moved()) {
        sessions.of(grant).forEach(session -> names.add(session.session()));
      }
      names.forEach(name -> sessions.of(name).ifPresent(session -> look(session, packets)));
    }
    return packets;
  }

  private void look(Tracked session, List<byte[]> packets) {
    var known = here.book().of(session.grant());
    var grant = known.filter(this::holds);
    if (grant.isEmpty()) {
      asked.remove(session.session()); // that is for the cutter
      known
          .filter(soon -> here.now().isBefore(soon.from()))
          .ifPresent(soon -> early.add(session.session()));
      return;
    }
    var until = grant.get().until();
    var first = here.book().let(session.grant()).orElse(until);
    if (until.equals(told.computeIfAbsent(session.session(), none -> first))) {
      asked.remove(session.session());
      return;
    }
    long now = here.nanos().getAsLong();
    var before = Optional.ofNullable(asked.get(session.session()));
    var change =
        before
            .filter(b -> b.until().equals(until) && !(b.order().spent() && due(b, now)))
            .orElseGet(() -> new Change(until, orders.change(session, whole(session, until), now)));
    asked.put(session.session(), change);
    if (due(change, now)) {
      asked.put(session.session(), new Change(until, change.order().sent(now)));
      packets.add(change.order().packet().octets());
    }
  }

  private static boolean due(Change change, long now) {
    return change.order().next() - now <= 0;
  }

  private boolean holds(AccessGrant grant) {
    return grant.decide(here.now(), grant.centre()).allowed();
  }

  /** Gear counts from the beginning of the session. */
  private static long whole(Tracked session, Instant until) {
    return Math.max(1, Duration.between(session.since(), until).toSeconds());
  }

  /** Whether the gear answered a change, and nothing else. */
  boolean answered(byte[] datagram) {
    var packet = Packet.read(datagram, datagram.length);
    boolean change =
        packet.isPresent()
            && (packet.get().code() == Code.COA_ACK || packet.get().code() == Code.COA_NAK);
    if (change) {
      believed(packet.get());
    }
    return change;
  }

  private void believed(Packet answer) {
    var change =
        asked.entrySet().stream()
            .filter(entry -> entry.getValue().order().id() == answer.id())
            .findFirst();
    if (change.isEmpty()) {
      here.tally().note(Noted.LATE);
    } else if (!genuine(answer, change.get().getValue().order())) {
      here.tally().note(Noted.WRONG_SECRET);
    } else {
      told.put(change.get().getKey(), change.get().getValue().until());
      asked.remove(change.get().getKey());
      if (answer.code() == Code.COA_NAK) {
        here.tally().note(Noted.NOT_CHANGED);
      }
    }
  }

  private boolean genuine(Packet answer, Asked order) {
    var authenticator = order.packet().authenticator();
    return here.secret().answered(answer, authenticator)
        && (!answer.has(Type.MESSAGE_AUTHENTICATOR)
            || here.secret().signedAnswer(answer, authenticator));
  }
}
