package org.escale.core.plugins;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.NetworkId;
import org.escale.terms.DatedTerms;
import org.escale.terms.Terms.Sealed;

/** Which dated terms of a rule hold at an instant; pure. */
public final class TermsInForce {
  private TermsInForce() {}

  /**
   * The terms of that network's contract that began last at or before {@code at}; of several that
   * began together the one entered last.
   */
  public static Optional<Sealed> at(
      Snapshot snapshot, NetworkId network, String contract, Instant at) {
    return snapshot.where(DatedTerms.class, "networkId", network).stream()
        .filter(terms -> terms.rule().contract().equals(contract))
        .filter(terms -> !terms.validFrom().isAfter(at))
        .max(Comparator.comparing(DatedTerms::validFrom).thenComparing(TermsInForce::number))
        .map(terms -> new Sealed(terms.rule(), terms.id()));
  }

  private static int number(DatedTerms terms) {
    var id = terms.id().value();
    return Integer.parseInt(id.substring(id.lastIndexOf('.') + 1));
  }
}
