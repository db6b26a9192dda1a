package org.escale.core.rights;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.client.Pass;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.NetworkId;

/**
 * Which centres a member may use at all: its owner's, those with an active affiliation with the
 * network that its company contracts with, and those that a valid pass covers. Pure.
 */
public final class Ways {
  private Ways() {}

  /** How that person may use that centre at {@code at}; empty where it may not. */
  public static Optional<Way> way(Snapshot snapshot, Person person, Centre centre, Instant at) {
    var active = active(snapshot, centre);
    var own = person.company().owner().filter(centre.id()::equals).isPresent();
    var covering = covering(person, centre, active, at);
    var pass = covering.or(() -> person.passesAt(at).stream().findFirst());
    return own
        ? contract(person, centre).map(network -> new Way(network, network, pass, true))
        : foreign(person, active, covering, pass);
  }

  private static Optional<NetworkId> contract(Person person, Centre centre) {
    return person.company().contract().or(centre::home);
  }

  private static Optional<Way> foreign(
      Person person, Set<NetworkId> active, Optional<Pass> covering, Optional<Pass> pass) {
    return person
        .company()
        .contract()
        .or(() -> covering.map(Pass::network))
        .flatMap(
            contract ->
                active.contains(contract)
                    ? Optional.of(new Way(contract, contract, pass, false))
                    : covering.map(with -> new Way(contract, with.network(), covering, false)));
  }

  /** Of several passes that cover the centre the one of the network with the least id. */
  private static Optional<Pass> covering(
      Person person, Centre centre, Set<NetworkId> active, Instant at) {
    return person.passesAt(at).stream()
        .filter(pass -> pass.centres().contains(centre.id()) && active.contains(pass.network()))
        .min(
            Comparator.comparing((Pass pass) -> pass.network().value())
                .thenComparing(pass -> pass.id().value()));
  }

  private static Set<NetworkId> active(Snapshot snapshot, Centre centre) {
    return snapshot.where(Affiliation.class, "centreId", centre.id()).stream()
        .filter(affiliation -> affiliation.state() == Affiliation.State.ACTIVE)
        .map(Affiliation::network)
        .collect(Collectors.toSet());
  }
}
