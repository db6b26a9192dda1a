package org.escale.access;

import java.util.Map;
import java.util.Set;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * The key by which this hub signs what it tells its boxes (Ed25519); there is one.
 *
 * @param publicKey X.509, base64: every box keeps it from its enrolment on
 * @param hidden the private key (PKCS#8, base64), encrypted with this instance's key
 */
public record BoxAuthority(String publicKey, String hidden) implements Word {
  /** The name of the one there is. */
  public static final BoxAuthorityId ONE = new BoxAuthorityId("boxes");

  /** Its name. */
  public record BoxAuthorityId(String value) implements Id {
    /** Checks the shape. */
    public BoxAuthorityId {
      Id.checked(value);
    }
  }

  @Override
  public Id id() {
    return ONE;
  }

  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "box authority";
  }
}
