package org.escale.caller;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A right to act as an account until an instant; the secret itself is never kept.
 *
 * @param hash SHA-256 of the secret in hex, also its id
 * @param name what its owner calls it
 * @param scopes operations it is limited to; empty means all that the account may
 */
public record Token(
    Hash hash,
    AccountId account,
    String name,
    Set<Operation> scopes,
    Instant createdAt,
    Instant expiresAt,
    boolean revoked)
    implements Word {

  /** The digest of a token's secret. */
  public record Hash(String value) implements Id {
    /** Checks the shape. */
    public Hash {
      Id.checked(value);
    }
  }

  /** Copies the scopes. */
  public Token {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public Id id() {
    return hash;
  }

  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("account", account.value());
  }
}
