package org.escale.core.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.core.plugins.TermsInForce;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Affiliation;
import org.escale.federation.Affiliation.State;
import org.escale.federation.AffiliationId;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.terms.Terms.Sealed;

/** Makes candidates out of centres; pure. */
final class Proposals {
  private Proposals() {}

  /** The affiliation of that centre that is not ended, if there is one. */
  static Optional<Affiliation> open(Snapshot snapshot, NetworkId network, CentreId centre) {
    return of(snapshot, network, centre).stream().filter(a -> a.state() != State.ENDED).findFirst();
  }

  /** A new candidate under the terms now in force; refused where centre or rule is not known. */
  static Outcome<Affiliation> candidate(
      Snapshot snapshot, NetworkId network, CentreId centre, Instant now) {
    var inForce = TermsInForce.at(snapshot, network, "affiliation", now);
    if (inForce.isEmpty()) {
      return Outcome.refused(Refusal.of(RefusalCode.RULE_MISSING, "network", network.value()));
    }
    if (snapshot.get(Centre.class, centre).isEmpty()) {
      return Outcome.refused(Refusal.of(RefusalCode.NOT_FOUND, "centreId", centre.value()));
    }
    int before = of(snapshot, network, centre).size();
    return Outcome.done(candidate(id(network, centre, before), network, centre, inForce.get()));
  }

  private static Affiliation candidate(
      AffiliationId id, NetworkId network, CentreId centre, Sealed terms) {
    return new Affiliation(
        id,
        centre,
        network,
        State.CANDIDATE,
        terms,
        List.of(),
        List.of(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AffiliationId id(NetworkId network, CentreId centre, int before) {
    var first = network.value() + "." + centre.value();
    return new AffiliationId(before == 0 ? first : first + "." + (before + 1));
  }

  private static List<Affiliation> of(Snapshot snapshot, NetworkId network, CentreId centre) {
    return snapshot.where(Affiliation.class, "centreId", centre).stream()
        .filter(a -> a.network().equals(network))
        .toList();
  }
}
