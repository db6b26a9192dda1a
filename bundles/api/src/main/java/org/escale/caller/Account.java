package org.escale.caller;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * Somebody who can sign in; seen by the platform alone.
 *
 * @param id the user name
 * @param passwordHash argon2id, in its own text form; empty for accounts that use tokens only
 */
public record Account(
    AccountId id,
    String passwordHash,
    Set<Role> roles,
    Standing standing,
    Locale language,
    boolean open)
    implements Word {
  /** Copies the roles. */
  public Account {
    roles = Set.copyOf(roles);
  }

  /** Never with the hash. */
  @Override
  public String toString() {
    return "account " + id;
  }

  @Override
  public Set<Reader> readers() {
    return Set.of();
  }

  @Override
  public Map<String, String> keys() {
    return standing.member().isPresent()
        ? Map.of("memberId", standing.member().get().value())
        : Map.of();
  }
}
