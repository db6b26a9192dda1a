package org.escale.core.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.adapter.FeedId;

/** The secret of an address: 256 random bits in base64url, 43 characters; only its hash is kept. */
record FeedSecret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  /** A fresh one, which nobody can guess. */
  static FeedSecret fresh() {
    var bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** The secret of an address that was asked for; empty where it cannot be one. */
  static Optional<FeedSecret> presented(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new FeedSecret(text)) : Optional.empty();
  }

  /** What is kept of it. A fast hash will do, since the secret cannot be guessed. */
  FeedId id() {
    return new FeedId(sha256(text));
  }

  /** SHA-256 in hex. */
  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "feed secret";
  }
}
