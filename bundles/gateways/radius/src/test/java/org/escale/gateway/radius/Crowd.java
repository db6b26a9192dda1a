package org.escale.gateway.radius;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.escale.access.AccessGrant;
import org.escale.gateway.radius.wire.Type;
import org.escale.tck.gateway.SampleGrants;

/** Twelve people at one gateway, of whom the gear and the hub tell this and that, by chance. */
final class Crowd {
  static final int PEOPLE = 12;
  static final int START = 1;
  static final int STOP = 2;

  final Random random;
  final Here here;
  final Sessions sessions;
  private final AccessGrant[] grants;

  /** Each with a grant from eight on, of which the gateway was not told. */
  Crowd(Bench bench, Here here, long seed) {
    this.random = new Random(seed);
    this.here = here;
    this.sessions = Bench.sessions(here);
    this.grants =
        IntStream.range(0, PEOPLE)
            .mapToObj(n -> bench.hub.lets("p" + n, Bench.EIGHT))
            .toArray(AccessGrant[]::new);
  }

  int somebody() {
    return random.nextInt(PEOPLE);
  }

  /** The newest grant of that one. */
  AccessGrant grant(int who) {
    return grants[who];
  }

  /** The gear tells of one of two sessions of that one. */
  void news(int kind, int who, int step) {
    var name = "s" + who + "-" + random.nextInt(2);
    var message =
        Bench.news(kind, name, "p" + who, step)
            .octets(Type.CLASS, here.handles().of(grants[who].id()));
    List.copyOf(sessions.take(Bench.reading(here, message)));
  }

  /** The hub says how long that one has left. */
  void learn(int who, Duration left, boolean revoked) {
    var g = grants[who];
    learn(who, SampleGrants.revised(g, g.revision() + 1, here.now().plus(left), revoked));
  }

  /** The hub says that of the grant of that one. */
  void learn(int who, AccessGrant grant) {
    grants[who] = grant;
    here.book().learn(grant);
  }

  static List<String> names(Collection<Tracked> sessions) {
    return sessions.stream().map(Tracked::session).sorted().toList();
  }
}
