package org.escale.spi.store;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Encrypts what must be kept secret at rest, with a key that lies in the data folder and nowhere
 * else.
 */
@ProviderType
public interface Vault {
  /** The text, encrypted and authenticated (AES-256-GCM), in base64. */
  String seal(String text);

  /**
   * The text again.
   *
   * @throws IllegalArgumentException if it was not sealed here or was changed
   */
  String open(String sealed);
}
