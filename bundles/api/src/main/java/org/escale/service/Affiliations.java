package org.escale.service;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.escale.caller.Caller;
import org.escale.federation.Affiliation;
import org.escale.federation.AffiliationId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Centres join networks. Each step answers {@code WRONG_STATE} where the affiliation is not at the
 * step before it, {@code NOT_FOUND} and {@code NOT_ALLOWED} like everywhere.
 */
@ProviderType
public interface Affiliations {
  /** A step that needs nothing but the will of the network. */
  enum Step {
    /** CONFIRMED to INTEGRATING. */
    INTEGRATE,
    /** CONFIRMED or INTEGRATING or SUSPENDED to ACTIVE. */
    ACTIVATE,
    /** ACTIVE to SUSPENDED. */
    SUSPEND,
    /** Any but ENDED to ENDED. */
    END
  }

  /**
   * One pending affiliation for each centre; a network-level accord gives several at once. Existing
   * open ones are kept.
   */
  Outcome<List<Kept<Affiliation>>> propose(Caller caller, NetworkId network, Set<CentreId> centres);

  /**
   * Looks at the criteria: EVALUATED, or REJECTED with what would mend it; grades the labels too.
   */
  Outcome<Kept<Affiliation>> evaluate(Caller caller, AffiliationId id);

  /** Sets a criterion aside until a date, for a reason, and evaluates again. */
  Outcome<Kept<Affiliation>> waive(
      Caller caller, AffiliationId id, String criterion, Exemption exemption);

  /** Until when and why a criterion is set aside. */
  record Exemption(Instant until, String reason) {}

  /** REJECTED to REMEDIATION with the plan agreed (1 to 2000 characters). */
  Outcome<Kept<Affiliation>> remedy(Caller caller, AffiliationId id, String plan);

  /**
   * The centre's own signature under the terms with that {@link
   * org.escale.terms.DatedTerms#digest}; EVALUATED to CONFIRMED.
   */
  Outcome<Kept<Affiliation>> confirm(Caller caller, AffiliationId id, String termsDigest);

  /** A step of the network. */
  Outcome<Kept<Affiliation>> step(Caller caller, AffiliationId id, Step step);
}
