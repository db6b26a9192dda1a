package org.escale.box;

import java.util.Optional;

/**
 * What the hub answered.
 *
 * @param status of HTTP
 * @param signature the hub's, base64; empty where it signed nothing
 */
record Told(int status, String text, String signature) {
  /** The text, if it is new and the hub signed it. */
  Optional<String> by(String hubKey) {
    return status == 200 && OwnKey.holds(hubKey, text, signature)
        ? Optional.of(text)
        : Optional.empty();
  }
}
