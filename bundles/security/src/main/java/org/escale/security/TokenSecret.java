package org.escale.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.caller.Token;

/** The secret of a token: 256 random bits in base64url, 43 characters; only its hash is kept. */
record TokenSecret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** A fresh one, which nobody can guess. */
  static TokenSecret fresh() {
    var bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new TokenSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** The secret that a caller presents; empty where it cannot be one. */
  static Optional<TokenSecret> presented(String text) {
    return text != null && SHAPE.matcher(text).matches()
        ? Optional.of(new TokenSecret(text))
        : Optional.empty();
  }

  /**
   * What is kept of it: SHA-256 in hex. A fast hash will do, since the secret cannot be guessed.
   */
  Token.Hash hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new Token.Hash(
          HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "token secret";
  }
}
