package org.escale.core.provisioning;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Provisioning;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where an employer's identity system says who works there. */
@Component(service = Provisioning.class)
public final class IdentityOffice implements Provisioning {
  private final Commits commits;
  private final Snapshots snapshots;

  /** Commits there. */
  @Activate
  public IdentityOffice(@Reference Commits commits, @Reference Snapshots snapshots) {
    this.commits = commits;
    this.snapshots = snapshots;
  }

  @Override
  public Outcome<Person> add(Caller caller, Said said, MemberId fresh) {
    return write(caller, roster -> new People(roster).add(said, fresh));
  }

  @Override
  public Outcome<Person> change(
      Caller caller, MemberId id, Optional<String> version, UnaryOperator<Said> other) {
    var now = roster(caller).then(roster -> roster.person(id, version));
    if (now instanceof Outcome.Done<Person> same && same(same.value(), other)) {
      return now;
    }
    return write(
        caller,
        roster ->
            roster
                .person(id, version)
                .then(who -> new People(roster).change(who, other.apply(who.said()))));
  }

  @Override
  public Outcome<Person> remove(Caller caller, MemberId id, Optional<String> version) {
    var before = person(caller, id);
    return commit(
            caller, roster -> roster.person(id, version).map(who -> new People(roster).remove(who)))
        .then(gone -> before);
  }

  @Override
  public Outcome<Person> person(Caller caller, MemberId id) {
    return roster(caller).then(roster -> roster.person(id));
  }

  @Override
  public Outcome<Found> find(Caller caller, Search search) {
    return roster(caller).map(roster -> roster.find(search));
  }

  private static boolean same(Person who, UnaryOperator<Said> other) {
    return other.apply(who.said()).equals(who.said());
  }

  private Outcome<Person> write(Caller caller, Function<Roster, Outcome<Draft<Member>>> draft) {
    return commit(caller, draft).then(kept -> person(caller, kept.word().id()));
  }

  private Outcome<Kept<Member>> commit(
      Caller caller, Function<Roster, Outcome<Draft<Member>>> draft) {
    return commits.commit(caller, () -> roster(caller).then(draft));
  }

  private Outcome<Roster> roster(Caller caller) {
    return caller.may(Operation.CLIENT_WRITE)
        ? Roster.of(snapshots.now(), caller)
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }
}
