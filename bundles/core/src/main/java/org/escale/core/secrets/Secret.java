package org.escale.core.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of an address: 256 random bits in base64url, 43 characters. Only its digest is kept; a
 * fast one will do, since the secret cannot be guessed.
 */
public record Secret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  /** A fresh one, which nobody can guess. */
  public static Secret fresh() {
    var bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** The secret that somebody shows; empty where it cannot be one. */
  public static Optional<Secret> presented(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
  }

  /** What is kept of it: 64 hexadecimal digits. */
  public String digest() {
    return Sha256.of(text);
  }

  /** Whether that was kept of it; takes the same time wherever they differ. */
  public boolean opens(String kept) {
    return MessageDigest.isEqual(kept.getBytes(UTF_8), digest().getBytes(UTF_8));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "secret";
  }
}
