package org.escale.federation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.terms.Terms.Sealed;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A centre in a network.
 *
 * @param state how far it is
 * @param terms the affiliation rule and its dated terms (fee, commitment)
 * @param verdict the criteria as last evaluated
 * @param waivers criteria set aside
 * @param remediation the plan agreed to mend what fails; empty without one
 * @param confirmation the centre's own signature
 * @param since when it began or will begin; empty before activation
 * @param until end of the commitment; empty before activation
 */
public record Affiliation(
    AffiliationId id,
    CentreId centre,
    NetworkId network,
    State state,
    Sealed terms,
    List<Criterion> verdict,
    List<Waiver> waivers,
    String remediation,
    Optional<Confirmation> confirmation,
    Optional<Instant> since,
    Optional<Instant> until)
    implements Word {

  /** How far an affiliation is; {@code ENDED} is final. */
  public enum State {
    /** Proposed, or part of an accord between networks; waits for evaluation. */
    CANDIDATE,
    /** Passed the criteria; waits for the centre's own confirmation. */
    EVALUATED,
    /** Fails a blocking criterion. */
    REJECTED,
    /** Failed, with an agreed plan to mend it. */
    REMEDIATION,
    /** The centre signed. */
    CONFIRMED,
    /** Being connected. */
    INTEGRATING,
    /** Its spaces are offered. */
    ACTIVE,
    /** Not offered for now. */
    SUSPENDED,
    /** Over. */
    ENDED
  }

  /** Who signed for the centre, when, and the SHA-256 of the terms that were shown. */
  public record Confirmation(String signer, Instant at, String termsDigest) {}

  /** Copies the lists. */
  public Affiliation {
    verdict = List.copyOf(verdict);
    waivers = List.copyOf(waivers);
  }

  /**
   * Seen by the centre, its network and the operator; who is active is public through the
   * directory.
   */
  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.centre(centre), Reader.network(network), Reader.FEDERATION);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "networkId", network.value(), "state", state.name());
  }
}
