package org.escale.rest.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.federation.Affiliation;
import org.escale.federation.Criterion;
import org.escale.federation.Waiver;
import org.escale.rest.call.Digest;

/**
 * A centre in a network: how far it is, and why.
 *
 * @param rule the affiliation rule
 * @param terms its dated terms
 * @param termsDigest what the centre signs: SHA-256 of rule and terms, in hex
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

  /** As kept. */
  public static AffiliationView of(Affiliation a) {
    return new AffiliationView(
        a.id().value(),
        a.centre().value(),
        a.network().value(),
        a.state(),
        a.terms().rule().value(),
        a.terms().terms().value(),
        digest(a),
        a.verdict(),
        a.waivers(),
        a.remediation(),
        a.confirmation(),
        a.since(),
        a.until());
  }

  /** What the centre signs. */
  static String digest(Affiliation a) {
    return Digest.of(a.terms().rule().value() + "\n" + a.terms().terms().value());
  }
}
