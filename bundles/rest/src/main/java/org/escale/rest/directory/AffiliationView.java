package org.escale.rest.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.federation.Affiliation;
import org.escale.federation.Criterion;
import org.escale.federation.Waiver;

/**
 * A centre in a network: how far it is, and why.
 *
 * @param rule the affiliation rule
 * @param terms its dated terms
 * @param termsDigest what the centre signs: SHA-256 of rule, terms and their values
 * @param verdict each criterion with its evidence and what would mend it
 * @param remediation the plan agreed
 */
public record AffiliationView(
    String id,
    String centreId,
    String networkId,
    Affiliation.State state,
    String rule,
    String terms,
    String termsDigest,
    List<Criterion> verdict,
    List<Waiver> waivers,
    String remediation,
    Optional<Affiliation.Confirmation> confirmation,
    Optional<Instant> since,
    Optional<Instant> until) {

  /** As kept, with the digest of its terms. */
  public static AffiliationView of(Affiliation a, String termsDigest) {
    return new AffiliationView(
        a.id().value(),
        a.centre().value(),
        a.network().value(),
        a.state(),
        a.terms().rule().value(),
        a.terms().terms().value(),
        termsDigest,
        a.verdict(),
        a.waivers(),
        a.remediation(),
        a.confirmation(),
        a.since(),
        a.until());
  }
}
