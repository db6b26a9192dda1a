package org.escale.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.Incident;
import org.escale.adapter.IncidentId;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.InstalledAdapter.Power;
import org.escale.adapter.Proven;
import org.escale.booking.BookingId;
import org.escale.caller.Caller;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/** The systems that centres keep, seen and steered. Rows and incidents are read by Lookup. */
@ProviderType
public interface Adapters {
  /** The most events that are taken at once. */
  int MOST_EVENTS = 100;

  /** How often a minute a system may tell. */
  int MOST_TOLD = 120;

  /**
   * How one stands.
   *
   * @param up whether it answered when it was asked last
   * @param text a sentence for its operator
   * @param asOf by space: when its busy times were read last
   * @param waiting messages that wait to be told to it
   * @param aside messages that are set aside
   * @param silentUntil until when it is left alone, because it failed a moment ago
   * @param proven by space: what it was found to do when it was tried last
   */
  record Standing(
      AdapterId id,
      boolean up,
      String text,
      Map<SpaceId, Instant> asOf,
      int waiting,
      int aside,
      Optional<Instant> silentUntil,
      Map<SpaceId, Proven.Level> proven) {}

  /**
   * How far one space of a system can be relied upon.
   *
   * @param asOf when its busy times were read last
   * @param proven the best truth mode that was proven there, and when
   */
  record Reliance(Optional<Instant> asOf, Optional<TruthMode> proven, Optional<Instant> provenAt) {}

  /**
   * What is told of a system to a network that its centre is active in: no name, setting or message
   * of it, and nothing that it says itself.
   *
   * @param silentUntil until when it is left alone, because it failed a moment ago
   */
  record Glimpse(
      CentreId centre,
      String kind,
      boolean up,
      Optional<Instant> silentUntil,
      Map<SpaceId, Reliance> spaces) {
    /** Copies the map. */
    public Glimpse {
      spaces = Map.copyOf(spaces);
    }
  }

  /**
   * A message about a booking that its centre's system has not taken, or that we could not do what
   * it told.
   *
   * @param id names it while it waits
   * @param space of the booking; empty where we know no such booking
   * @param what becomes of the booking: its state, or {@code MOVE}; or what happened there: {@code
   *     TELL-ARRIVED} for what the system is told, {@code TOLD-ARRIVED} for what it told us
   * @param due when it is tried next; empty while it is set aside
   * @param attempts how often it was tried to the end; what has no answer yet is not counted
   * @param why it was not taken when it was tried last
   * @param asked what the system is asked now, if this message is with it or waits for that
   */
  record Queued(
      String id,
      BookingId booking,
      Optional<SpaceId> space,
      String what,
      Instant since,
      Optional<Instant> due,
      int attempts,
      String why,
      Optional<Asked> asked) {}

  /**
   * What a system is asked now and has not answered.
   *
   * @param it whether it is asked this very message, or another that goes before
   * @param since when it was asked
   */
  record Asked(boolean it, Instant since) {}

  /** What a system was found to do for one space. */
  record Proof(TruthMode claims, Map<String, String> findings) {}

  /**
   * Installs an adapter at revision 0, else replaces that revision. A secret that is left as shown
   * stays as it was. Refusals: {@code NOT_ALLOWED, INVALID_FIELD} naming the setting, {@code
   * ALREADY_EXISTS, CHANGED_MEANWHILE}.
   */
  Outcome<Kept<InstalledAdapter>> install(Caller caller, InstalledAdapter adapter, long revision);

  /** Takes it away; its spaces are no longer offered. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<AdapterId> remove(Caller caller, AdapterId id);

  /** How those that the caller sees stand. */
  Outcome<List<Standing>> standings(Caller caller);

  /**
   * How those stand that the caller sees, or that are kept by a centre which is active in the
   * caller's network. {@code NOT_ALLOWED}.
   */
  Outcome<List<Glimpse>> glimpses(Caller caller);

  /**
   * Tries what the system can do, within its deadline; nothing stays behind. {@code NOT_ALLOWED,
   * NOT_FOUND, TEMPORARILY_UNAVAILABLE}.
   */
  Outcome<Proof> probe(Caller caller, AdapterId id, Optional<SpaceId> space);

  /** What waits for it and what is set aside, oldest first. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<List<Queued>> queue(Caller caller, AdapterId id);

  /** Tries a message again at once, as if it never had been. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<Queued> replay(Caller caller, AdapterId id, String message);

  /**
   * Forgets a message; what it left on either side is settled when all is compared. {@code
   * NOT_ALLOWED, NOT_FOUND}.
   */
  Outcome<Queued> drop(Caller caller, AdapterId id, String message);

  /** Reads it now, at most once a second. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<AdapterId> poll(Caller caller, AdapterId id);

  /** The same for whoever holds its secret to ring. {@code NOT_FOUND} for any other. */
  Outcome<AdapterId> ring(AdapterId id, String secret);

  /**
   * Takes what its system tells, 1 to {@link #MOST_EVENTS} at once, each key once for ever, from
   * whoever holds its secret to tell; how many of them were new. {@code NOT_FOUND} for any other;
   * {@code KEY_REUSED} where a key was told with another content before: then nothing is taken.
   * {@code TOO_MANY_REQUESTS} after {@link #MOST_TOLD} times in one minute.
   */
  Outcome<Integer> take(AdapterId id, String secret, List<CentreEvent> events);

  /**
   * Makes a new secret that gives this power alone; the one before counts no more, that of the
   * other power stays. {@code NOT_ALLOWED, NOT_FOUND}; {@code ALREADY_EXISTS} for a request that
   * comes again, since it is shown once.
   */
  Outcome<String> secret(Caller caller, AdapterId id, Power power);

  /** Takes the secret of that power away. {@code NOT_ALLOWED, NOT_FOUND}. */
  Outcome<AdapterId> revoke(Caller caller, AdapterId id, Power power);

  /** Says that an incident is settled. {@code NOT_ALLOWED, NOT_FOUND, WRONG_STATE}. */
  Outcome<Kept<Incident>> settle(Caller caller, IncidentId id);
}
