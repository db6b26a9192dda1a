package org.escale.core.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.client.MemberId;
import org.escale.client.StaffGroup;
import org.escale.client.StaffGroupId;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.StaffGroups;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where an employer's identity system says who is in which group. */
@Component(service = StaffGroups.class)
public final class GroupOffice implements StaffGroups {
  private final Commits commits;
  private final Snapshots snapshots;

  /** Commits there. */
  @Activate
  public GroupOffice(@Reference Commits commits, @Reference Snapshots snapshots) {
    this.commits = commits;
    this.snapshots = snapshots;
  }

  @Override
  public Outcome<Team> form(Caller caller, Title title, Set<MemberId> people) {
    return commit(caller, teams -> teams.form(title, people))
        .then(kept -> team(caller, kept.word().id()));
  }

  @Override
  public Outcome<Team> change(
      Caller caller,
      StaffGroupId id,
      Optional<String> version,
      UnaryOperator<Set<MemberId>> people) {
    var now = teams(caller, teams -> teams.team(id, version));
    if (now instanceof Outcome.Done<Team> same
        && people.apply(Teams.ids(same.value())).equals(Teams.ids(same.value()))) {
      return now;
    }
    return commit(
            caller,
            teams ->
                teams
                    .team(id, version)
                    .then(team -> teams.change(team, people.apply(Teams.ids(team)))))
        .then(kept -> team(caller, id));
  }

  @Override
  public Outcome<Team> disband(Caller caller, StaffGroupId id, Optional<String> version) {
    var before = team(caller, id);
    return commit(
            caller, teams -> teams.team(id, version).then(team -> teams.change(team, Set.of())))
        .then(emptied -> commits.remove(caller, StaffGroup.class, id))
        .then(gone -> before);
  }

  @Override
  public Outcome<Team> team(Caller caller, StaffGroupId id) {
    return teams(caller, teams -> teams.team(id, Optional.empty()));
  }

  @Override
  public Outcome<List<Team>> teams(Caller caller) {
    return teams(caller, teams -> Outcome.done(teams.all()));
  }

  private Outcome<Kept<StaffGroup>> commit(
      Caller caller, Function<Teams, Outcome<Draft<StaffGroup>>> draft) {
    return commits.commit(caller, () -> teams(caller, draft));
  }

  private <T> Outcome<T> teams(Caller caller, Function<Teams, Outcome<T>> then) {
    return caller.may(Operation.CLIENT_WRITE)
        ? Roster.of(snapshots.now(), caller).then(roster -> then.apply(new Teams(roster)))
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }
}
