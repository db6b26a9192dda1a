package org.escale.spi.centre;

import java.util.Map;
import org.escale.federation.TruthMode;

/**
 * What a system was found to do.
 *
 * @param claims the best truth mode that can be kept with it
 * @param findings what was tried and what came of it, by name; no text of the system
 */
public record Probe(TruthMode claims, Map<String, String> findings) {
  /** Copies the findings. */
  public Probe {
    findings = Map.copyOf(findings);
  }
}
