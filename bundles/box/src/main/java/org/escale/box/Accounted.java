package org.escale.box;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What gear counts of sessions that a code opened here: their beginning and end go into the spool,
 * under the session's own name and each once, however often they are told. Safe for many threads.
 */
final class Accounted {
  /** Before a session's name in the Class of an answer: FreeRADIUS sends us what bears it. */
  static final String MARK = "box.";

  private static final int CLASS = 25;
  private static final int STATUS = 40;
  private static final int SESSION = 44;
  private static final int EVENT_TIMESTAMP = 55;
  private static final int START = 1;
  private static final int STOP = 2;
  private static final int ALIVE = 3;

  private final Spool spool;
  private final Map<String, String> live = new ConcurrentHashMap<>();

  Accounted(Home home) {
    this.spool = new Spool(home);
  }

  /** Whether a code opened that session, at a box. */
  static boolean own(String grant) {
    return grant.startsWith("line:");
  }

  /** Takes it; it is on disk when this returns. */
  void take(Asked asked, Instant now) throws IOException {
    var shown = asked.text(CLASS).filter(text -> text.startsWith(MARK));
    var session = asked.text(SESSION);
    if (shown.isPresent() && session.isPresent()) {
      var grant = shown.get().substring(MARK.length());
      var at =
          asked
              .number(EVENT_TIMESTAMP)
              .map(seconds -> Instant.ofEpochSecond(Integer.toUnsignedLong(seconds)))
              .filter(now::isAfter)
              .orElse(now);
      take(asked.number(STATUS).orElse(0), session.get(), grant, at);
    }
  }

  /** One end for each session: not while its person is there by another radio. */
  private void take(int status, String session, String grant, Instant at) throws IOException {
    if (status == STOP) {
      live.remove(session);
      if (!live.containsValue(grant)) {
        note("STOP", grant, at);
      }
    } else if (status == START || status == ALIVE) {
      live.put(session, grant);
      note("START", grant, at);
    }
  }

  /** Gear whose clock is behind tells nothing from before what is known already. */
  private static Instant after(Optional<Seen> last, Instant at) {
    return last.map(Seen::at).filter(at::isBefore).orElse(at);
  }

  /** After the end there is nothing new, and nobody begins twice. */
  private void note(String kind, String grant, Instant at) throws IOException {
    spool.decided(
        seen -> {
          var last = Seen.last(seen, grant);
          return last.filter(e -> e.ends() || e.kind().equals(kind)).isPresent() || !own(grant)
              ? Optional.empty()
              : Optional.of(Seen.of(kind, grant, after(last, at)));
        });
  }
}
