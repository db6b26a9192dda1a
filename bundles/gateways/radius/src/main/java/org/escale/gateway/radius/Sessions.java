package org.escale.gateway.radius;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.escale.access.GrantId;
import org.escale.spi.gateway.Claim;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.escale.spi.gateway.LiveSession;

/**
 * Who is there, known from accounting alone: late, doubled and reordered news changes nothing twice
 * (law S6). Safe for many threads.
 */
final class Sessions {
  private static final int REMEMBERED = 10_000;

  private final Here here;
  private final Events events;
  private final Predicate<GrantId> elsewhere;
  private final Live live;
  private final Map<String, Tracked> gone = new LinkedHashMap<>();

  /**
   * Of that gear.
   *
   * @param elsewhere whether a grant is in use at another gear of the same centre
   */
  Sessions(Here here, Events events, Predicate<GrantId> elsewhere) {
    this.here = here;
    this.events = events;
    this.elsewhere = elsewhere;
    this.live = new Live(here.profile().changeable() && here.nas().disconnect().isPresent());
    here.host().attached().entrySet().stream()
        .filter(known -> known.getValue().gateway().equals(here.config().id()))
        .forEach(known -> restore(known.getKey(), known.getValue()));
  }

  /** It ends at its true last sign of life; that it does is known when the gear has told anew. */
  private void restore(GrantId grant, org.escale.spi.gateway.Attachment how) {
    var calling = HardwareAddress.as(here.profile().address(), how.device());
    var now = here.now();
    var seen = here.host().lastSeen(grant).filter(now::isAfter).orElse(now);
    live.put(
        new Tracked(
            how.handle(),
            grant,
            "",
            calling,
            how.device(),
            seen,
            seen,
            here.nanos().getAsLong(),
            Octets.NONE,
            List.of()));
  }

  /** Takes what the gear tells; what the hub has to know of it. */
  synchronized List<GatewayEvent> take(Reading reading) {
    return switch (reading.kind()) {
      case START, ALIVE -> alive(reading);
      case STOP -> stopped(reading);
      case REBOOT -> rebooted(reading.at());
      case OTHER -> List.of();
    };
  }

  private List<GatewayEvent> alive(Reading reading) {
    var before = live.of(reading.session()).orElse(null);
    var over = gone.get(reading.session());
    var grant = grant(reading, before, over);
    if (grant.isEmpty()) {
      return nothing(Noted.UNASSIGNED);
    }
    if (before != null && before.grant().equals(grant.get())) {
      return again(before, reading);
    }
    if (over != null && over.grant().equals(grant.get()) && !comesBack(over, reading)) {
      return nothing(over.knows(reading) ? Noted.REPEATED : Noted.LATE);
    }
    var fresh = Tracked.of(reading, grant.get(), here.nanos().getAsLong());
    live.put(fresh);
    gone.remove(reading.session());
    if (here.book().over(grant.get(), here.now())) {
      here.book().suspect(grant.get());
      here.tally().note(Noted.LIFE_AFTER_END);
    }
    return List.of(
        events.of(reading.kind() == Reading.Kind.START ? Kind.START : Kind.ALIVE, fresh));
  }

  private List<GatewayEvent> again(Tracked before, Reading reading) {
    if (before.knows(reading)) {
      return nothing(Noted.REPEATED);
    }
    if (reading.octets().behind(before.octets())) {
      here.tally().note(Noted.COUNTED_BACK);
    }
    var now = before.and(reading, here.nanos().getAsLong());
    live.put(now);
    return reading.at().isBefore(before.seen())
        ? nothing(Noted.LATE)
        : List.of(events.of(Kind.ALIVE, now));
  }

  /** A session's name may be used again: by a start that is none of those before the stop. */
  private static boolean comesBack(Tracked over, Reading reading) {
    return reading.kind() == Reading.Kind.START
        ? !reading.at().isBefore(over.seen()) && !over.knows(reading)
        : reading.at().isAfter(over.seen());
  }

  private List<GatewayEvent> stopped(Reading reading) {
    var before = live.of(reading.session()).orElse(null);
    var over = gone.get(reading.session());
    var grant = grant(reading, before, over);
    if (grant.isEmpty()) {
      return nothing(Noted.UNASSIGNED);
    }
    if (before == null && over != null && over.grant().equals(grant.get())) {
      return nothing(over.knows(reading) ? Noted.REPEATED : Noted.LATE);
    }
    var nanos = here.nanos().getAsLong();
    return ended(
        before == null ? Tracked.of(reading, grant.get(), nanos) : before.and(reading, nanos),
        reading.at());
  }

  private List<GatewayEvent> rebooted(Instant at) {
    var all = new ArrayList<GatewayEvent>();
    live.all().stream()
        .filter(session -> session.seen().isBefore(at))
        .toList()
        .forEach(session -> all.addAll(ended(session, session.seen())));
    return all;
  }

  /** That session is over, if it is still here; what the hub has to know of it. */
  synchronized List<GatewayEvent> end(String session, Instant at) {
    return live.of(session).map(there -> ended(there, at)).orElse(List.of());
  }

  /** One end for each grant: not while the same person is there by another session. */
  private List<GatewayEvent> ended(Tracked session, Instant at) {
    live.remove(session);
    gone.put(session.session(), session);
    if (gone.size() > REMEMBERED) {
      gone.remove(gone.keySet().iterator().next());
    }
    return live.uses(session.grant()) || elsewhere.test(session.grant())
        ? List.of()
        : List.of(events.of(Kind.STOP, session, at));
  }

  /**
   * By Class, else by what we know of the session, else by the name that our answer gave, else by
   * the device. What proves nothing counts only while the grant does.
   */
  private Optional<GrantId> grant(Reading reading, Tracked before, Tracked over) {
    return reading
        .shown()
        .or(() -> Optional.ofNullable(before == null ? over : before).map(Tracked::grant))
        .or(() -> claimed(Claim.person(reading.user()), reading))
        .or(() -> claimed(Claim.device(reading.device()), reading));
  }

  private Optional<GrantId> claimed(Claim claim, Reading reading) {
    return here.host()
        .grant(claim)
        .filter(grant -> !reading.at().isBefore(grant.from().minusSeconds(1)))
        .map(grant -> here.book().learn(grant).id());
  }

  private List<GatewayEvent> nothing(Noted why) {
    here.tally().note(why);
    return List.of();
  }

  /** Those who may be here no longer. */
  synchronized List<Tracked> overdue() {
    return here.book().suspects(here.now(), live::uses).stream()
        .flatMap(grant -> live.of(grant).stream())
        .toList();
  }

  synchronized Optional<Tracked> of(String session) {
    return live.of(session);
  }

  /** Those of a grant. */
  synchronized List<Tracked> of(GrantId grant) {
    return live.of(grant);
  }

  /** The names of those that began or ended since this was asked last, for the {@link Changer}. */
  synchronized Set<String> news() {
    return live.news();
  }

  /**
   * Ends, one by one, those of whom nothing came for two and a half intervals while the gear itself
   * was heard. Of gear that is silent nobody is ended.
   */
  synchronized List<GatewayEvent> stale(long gearHeard) {
    var all = new ArrayList<GatewayEvent>();
    long patience = here.profile().interim().multipliedBy(5).dividedBy(2).toNanos();
    for (var quiet = live.quietest(); quiet.isPresent(); quiet = live.quietest()) {
      if (gearHeard - quiet.get().heard() <= patience) {
        return all;
      }
      all.addAll(ended(quiet.get(), quiet.get().seen()));
    }
    return all;
  }

  synchronized Collection<Tracked> all() {
    return List.copyOf(live.all());
  }

  /** The grants in use. */
  Set<GrantId> grants() {
    return live.grants();
  }

  /** Whether that grant is in use; waits for nobody. */
  boolean uses(GrantId grant) {
    return live.uses(grant);
  }

  /** How many there are. */
  synchronized int count() {
    return live.all().size();
  }

  /** As the hub sees them: one for each grant. */
  synchronized List<LiveSession> sessions() {
    return List.copyOf(live.sessions());
  }
}
