package org.escale.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.AdapterId;
import org.escale.adapter.Incident;
import org.escale.adapter.IncidentId;
import org.escale.adapter.InstalledAdapter;
import org.escale.caller.Caller;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/** The systems that centres keep, seen and steered. Rows and incidents are read by Lookup. */
@ProviderType
public interface Adapters {
  /**
   * How one stands.
   *
   * @param up whether it answered when it was asked last
   * @param text a sentence for its operator
   * @param asOf by space: when its busy times were read last
   * @param waiting bookings that wait to be told to it
   */
  record Standing(AdapterId id, boolean up, String text, Map<SpaceId, Instant> asOf, int waiting) {}

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
   * Tries what the system can do, within its deadline; nothing stays behind. {@code NOT_ALLOWED,
   * NOT_FOUND, TEMPORARILY_UNAVAILABLE}.
   */
  Outcome<Proof> probe(Caller caller, AdapterId id, Optional<SpaceId> space);

  /** Says that an incident is settled. {@code NOT_ALLOWED, NOT_FOUND, WRONG_STATE}. */
  Outcome<Kept<Incident>> settle(Caller caller, IncidentId id);
}
