package org.escale.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.escale.word.Id;

/**
 * What a session is called where nobody may know whose it is: 32 hexadecimal digits that lead back
 * to no key, name, pseudonym, visit or grant.
 */
public record SessionHandle(String value) implements Id {
  private static final int LENGTH = 32;

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the text cannot be an id
   */
  public SessionHandle {
    Id.checked(value);
  }

  /** The handle of that session, always the same: the beginning of its name's SHA-256. */
  public static SessionHandle of(GrantId session) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hex = HexFormat.of().formatHex(digest.digest(session.value().getBytes(UTF_8)));
      return new SessionHandle(hex.substring(0, LENGTH));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
