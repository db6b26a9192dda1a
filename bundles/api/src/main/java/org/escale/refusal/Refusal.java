package org.escale.refusal;

import java.util.Map;

/**
 * An expected no, because of {@code code}. {@code details} names what decided (a rule, a limit, the
 * neighbours of a wall time), never a secret or a person; keys are lower camel case.
 */
public record Refusal(RefusalCode code, Map<String, String> details) {
  /** Copies the details. */
  public Refusal {
    details = Map.copyOf(details);
  }

  /** A refusal whose code says it all. */
  public static Refusal of(RefusalCode code) {
    return new Refusal(code, Map.of());
  }

  /** A refusal with one detail. */
  public static Refusal of(RefusalCode code, String key, String value) {
    return new Refusal(code, Map.of(key, value));
  }
}
