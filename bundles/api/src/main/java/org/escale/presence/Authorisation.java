package org.escale.presence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.escale.refusal.Refusal;

/**
 * May this member use this centre, and this extra, now?
 *
 * @param refusal why not; empty when allowed
 * @param until how long the answer lets the member stay; empty when refused
 * @param limits how much, by name ({@code longestVisitMinutes, ceiling})
 */
public record Authorisation(
    Optional<Refusal> refusal, Optional<Instant> until, Map<String, String> limits) {
  /** Copies the limits. */
  public Authorisation {
    limits = Map.copyOf(limits);
  }

  /** Whether the member may. */
  public boolean allowed() {
    return refusal.isEmpty();
  }

  /** A no. */
  public static Authorisation refused(Refusal why) {
    return new Authorisation(Optional.of(why), Optional.empty(), Map.of());
  }
}
