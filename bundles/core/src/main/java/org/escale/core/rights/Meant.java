package org.escale.core.rights;

import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.client.MemberId;
import org.escale.core.snapshot.Snapshot;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which person a caller means. Somebody sees themselves, an employer its own people; the desk of a
 * centre may ask for whoever stands before it, and learns nothing but the answer.
 */
@Component(service = Meant.class)
public final class Meant {
  private final People people;

  /** Finds persons there. */
  @Activate
  public Meant(@Reference People people) {
    this.people = people;
  }

  /** The person of that id, else the caller itself; {@code UNKNOWN_MEMBER}. */
  public Outcome<Person> person(Snapshot snapshot, Caller caller, Optional<MemberId> id) {
    return id.or(() -> caller.standing().member())
        .flatMap(member -> people.person(snapshot, member))
        .filter(person -> receives(caller) || caller.sight().sees(person.member()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.UNKNOWN_MEMBER));
  }

  /** Whether that caller is the desk of a centre. */
  private static boolean receives(Caller caller) {
    return caller.standing().centre().isPresent()
        && (caller.roles().contains(Role.RECEPTION) || caller.roles().contains(Role.INTEGRATOR));
  }
}
