package org.escale.libraries.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short names that say nothing of what they stand for: the beginning of a SHA-256. */
public final class Digest {
  private static final int NAME_BYTES = 8;
  private static final int WHOLE_BYTES = 18;

  private Digest() {}

  /** A name of 11 characters out of letters, digits, hyphen and underscore. */
  public static String name(String text) {
    return text(of(text, NAME_BYTES));
  }

  /** A name of 24 such characters, for a whole calendar. */
  public static String whole(String text) {
    return text(of(text, WHOLE_BYTES));
  }

  static byte[] of(String text, int bytes) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return Arrays.copyOf(sha.digest(text.getBytes(StandardCharsets.UTF_8)), bytes);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
