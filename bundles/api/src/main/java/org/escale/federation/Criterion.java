package org.escale.federation;

import java.util.Map;

/**
 * One criterion looked at.
 *
 * @param code what was asked, by code: {@code ON_SITE_STAFF}
 * @param met whether it holds
 * @param blocking whether it must hold
 * @param evidence the figures that decided, by name
 * @param remedy what would mend it; kept only where it does not hold, else empty
 */
public record Criterion(
    String code, boolean met, boolean blocking, Map<String, String> evidence, String remedy) {
  /** Copies the evidence, and drops the remedy where nothing needs mending. */
  public Criterion {
    remedy = met ? "" : remedy;
    evidence = Map.copyOf(evidence);
  }

  /** Whether it stands in the way of admission. */
  public boolean blocks() {
    return blocking && !met;
  }
}
