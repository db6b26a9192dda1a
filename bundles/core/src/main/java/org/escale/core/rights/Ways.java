package org.escale.core.rights;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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

  /**
   * How that person may use that centre at {@code at}: the contract network first; without it the
   * networks of the passes that cover the centre, by id, among which the lowest payout price
   * decides for a space and slot (law U7). Empty where it may not.
   */
  public static List<Way> ways(Snapshot snapshot, Person person, Centre centre, Instant at) {
    var active = active(snapshot, centre);
    var covering = covering(person, centre, active, at);
    var pass = covering.stream().findFirst().or(() -> person.passesAt(at).stream().findFirst());
    if (person.company().owner().filter(centre.id()::equals).isPresent()) {
      var contract = person.company().contract().or(centre::home);
      return contract.map(network -> new Way(network, network, pass, true)).stream().toList();
    }
    var contract = person.company().contract();
    return contract.filter(active::contains).isPresent()
        ? List.of(new Way(contract.get(), contract.get(), pass, false))
        : covering.stream().map(with -> through(contract, with)).toList();
  }

  private static Way through(Optional<NetworkId> contract, Pass pass) {
    return new Way(contract.orElse(pass.network()), pass.network(), Optional.of(pass), false);
  }

  /** The passes that cover the centre, one of each network: the contract network's, then by id. */
  private static List<Pass> covering(
      Person person, Centre centre, Set<NetworkId> active, Instant at) {
    var contract = person.company().contract();
    var seen = new HashSet<NetworkId>();
    return person.passesAt(at).stream()
        .filter(pass -> pass.centres().contains(centre.id()) && active.contains(pass.network()))
        .sorted(
            Comparator.comparing((Pass pass) -> !contract.equals(Optional.of(pass.network())))
                .thenComparing(pass -> pass.network().value())
                .thenComparing(pass -> pass.id().value()))
        .filter(pass -> seen.add(pass.network()))
        .toList();
  }

  private static Set<NetworkId> active(Snapshot snapshot, Centre centre) {
    return snapshot.where(Affiliation.class, "centreId", centre.id()).stream()
        .filter(affiliation -> affiliation.state() == Affiliation.State.ACTIVE)
        .map(Affiliation::network)
        .collect(Collectors.toSet());
  }
}
