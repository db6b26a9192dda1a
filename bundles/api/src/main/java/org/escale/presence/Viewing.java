package org.escale.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.AccountId;
import org.escale.caller.Role;
import org.escale.client.Pseudonym;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * Somebody saw where a person was (law E7): one entry for each reader, person, kind of word and day
 * (in UTC). Shown to that person alone.
 *
 * @param person whose presence
 * @param reader the account that read
 * @param roles what it is to the federation
 * @param of on whose behalf, if it stands for a centre, company or network
 * @param what the class of words that said so: {@code Visit, Session, UsageRecord}
 * @param firstAt when first on that day
 */
public record Viewing(
    ViewingId id,
    Pseudonym person,
    AccountId reader,
    Set<Role> roles,
    Optional<Reader> of,
    String what,
    LocalDate day,
    Instant firstAt)
    implements Word {
  /** Copies the roles. */
  public Viewing {
    roles = Set.copyOf(roles);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.member(person));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("person", person.value(), "day", day.toString());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(firstAt);
  }
}
