package org.escale.caller;

import java.util.Locale;
import java.util.Optional;

/**
 * How somebody asks.
 *
 * @param language for sentences meant for people
 * @param key what makes a repetition of this request harmless (law B3); empty where the caller gave
 *     none
 */
public record Manner(Locale language, Optional<RequestKey> key) {
  /** In that language, and without a key. */
  public static Manner in(Locale language) {
    return new Manner(language, Optional.empty());
  }
}
