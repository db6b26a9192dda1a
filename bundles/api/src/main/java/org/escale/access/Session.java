package org.escale.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Guest;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * The private network session of a visit: what we asked the gateway for, and what we know of it.
 *
 * @param id also the id of its grant
 * @param revision the grant's revision
 * @param segment the company's channel in this centre
 * @param sealedKey the personal key, encrypted with this instance's key
 * @param until absolute end
 * @param endedAt proven end
 * @param cut that an operator ended it while its visit went on
 */
public record Session(
    GrantId id,
    long revision,
    VisitId visit,
    Guest guest,
    CentreId centre,
    State state,
    int segment,
    String sealedKey,
    Instant from,
    Instant until,
    Optional<Instant> endedAt,
    Optional<Cut> cut)
    implements Word {

  /** How far a session is. */
  public enum State {
    /** Asked for; the gateway has not answered yet ("network pending"). */
    PENDING,
    /** The gateway knows the key. */
    READY,
    /** Somebody is using it. */
    OPEN,
    /** Refused and being cut, until there is proof. */
    CUTTING,
    /** Over, proven. */
    ENDED
  }

  /** Why an operator ends a session: no free text, so that nobody is named in it. */
  public enum Reason {
    /** Somebody else knows its key. */
    KEY_KNOWN,
    /** The network is misused by it. */
    MISUSE,
    /** It hangs, or the gear is worked on. */
    FAULT,
    /** Another. */
    OTHER
  }

  /** That an operator ended it, and why. */
  public record Cut(Instant at, Reason reason) {}

  /** The same session in another state. */
  public Session in(State next, Optional<Instant> ended) {
    return new Session(
        id, revision, visit, guest, centre, next, segment, sealedKey, from, until, ended, cut);
  }

  /** The same session, its right taken away at the next revision. */
  public Session cutting() {
    return cutting(cut);
  }

  /** The same session, its right taken away by an operator at the next revision. */
  public Session cut(Cut by) {
    return cutting(Optional.of(by));
  }

  private Session cutting(Optional<Cut> by) {
    return new Session(
        id,
        revision + 1,
        visit,
        guest,
        centre,
        State.CUTTING,
        segment,
        sealedKey,
        from,
        until,
        endedAt,
        by);
  }

  /** The same session with another absolute end, at the next revision. */
  public Session lasting(Instant end) {
    return new Session(
        id, revision + 1, visit, guest, centre, state, segment, sealedKey, from, end, endedAt, cut);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.member(guest.person()), Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("visitId", visit.value(), "centreId", centre.value(), "state", state.name());
  }
}
