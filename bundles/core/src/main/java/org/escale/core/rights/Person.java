package org.escale.core.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.Entitlement;
import org.escale.client.Guest;
import org.escale.client.Member;
import org.escale.client.Pass;

/**
 * A member with all that its rights rest on.
 *
 * @param entitlement the one that holds: the most specific that exists
 * @param credit the prepaid account that pays: the person's own, else the company's
 * @param passes all passes of the person, also those that are over
 */
public record Person(
    Member member,
    Company company,
    Guest guest,
    Optional<Entitlement> entitlement,
    Optional<Credit> credit,
    List<Pass> passes) {
  /** Copies the passes. */
  public Person {
    passes = List.copyOf(passes);
  }

  /** The passes valid at {@code at}, by id. */
  public List<Pass> passesAt(Instant at) {
    return passes.stream().filter(pass -> pass.validity().contains(at)).toList();
  }
}
