package org.escale.core.clients;

import java.time.Duration;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.client.Pass;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.core.rights.People;
import org.escale.core.rights.Person;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Affiliation;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Network;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;

/**
 * Drafts passes. A network sells its own to anybody known here; an employer buys one for its own
 * people, for centres that are active in the network. Pure.
 */
final class Passes {
  private static final int MOST = 1000;
  private static final Duration LONGEST = Duration.ofDays(3660);

  private Passes() {}

  static Outcome<Draft<Pass>> sell(Snapshot snapshot, Caller caller, Pass pass, People people) {
    var holder = people.person(snapshot, pass.holder());
    var known = holder.filter(person -> person.guest().equals(pass.holder()));
    if (known.isEmpty() || !maySell(caller, pass, known.get())) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    return Wrong.NOTHING
        .text("product", pass.product(), 1, 100)
        .or(snapshot.get(Network.class, pass.network()).isEmpty(), "network")
        .or(pass.centres().isEmpty() || pass.centres().size() > MOST, "centres")
        .or(!pass.centres().stream().allMatch(id -> offered(snapshot, caller, pass, id)), "centres")
        .or(pass.validity().length().compareTo(LONGEST) > 0, "validity")
        .orElse(() -> Outcome.done(Draft.of(pass, 0)));
  }

  private static boolean maySell(Caller caller, Pass pass, Person holder) {
    var seller =
        caller.roles().contains(Role.NETWORK)
            && caller.standing().network().filter(pass.network()::equals).isPresent();
    return seller || caller.standing().company().filter(holder.company().id()::equals).isPresent();
  }

  private static boolean offered(Snapshot snapshot, Caller caller, Pass pass, CentreId centre) {
    return snapshot.get(Centre.class, centre).isPresent()
        && (caller.roles().contains(Role.NETWORK)
            || snapshot.where(Affiliation.class, "centreId", centre).stream()
                .anyMatch(
                    affiliation ->
                        affiliation.network().equals(pass.network())
                            && affiliation.state() == Affiliation.State.ACTIVE));
  }
}
