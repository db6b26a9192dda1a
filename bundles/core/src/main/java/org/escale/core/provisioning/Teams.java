package org.escale.core.provisioning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.StaffGroup;
import org.escale.client.StaffGroupId;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.core.secrets.Sha256;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Provisioning.Person;
import org.escale.service.Provisioning.Search;
import org.escale.service.StaffGroups;
import org.escale.service.StaffGroups.Team;
import org.escale.service.StaffGroups.Title;
import org.escale.spi.store.Write;
import org.escale.word.Kept;

/** Drafts what becomes of the groups that an identity system keeps. Pure. */
record Teams(Roster roster) {
  private static final int LONGEST = 64;
  private static final int LONGEST_ID = 254;

  /** A group that is new. */
  Outcome<Draft<StaffGroup>> form(Title title, Set<MemberId> people) {
    var company = roster.company();
    var name = Sha256.of("group\n" + company.id().value() + "\n" + title.name());
    var id = new StaffGroupId(name);
    var group =
        new StaffGroup(id, company.id(), company.pseudonym(), title.name(), title.externalId());
    return Wrong.NOTHING
        .text("displayName", title.name(), 1, LONGEST)
        .text("externalId", title.externalId(), 0, LONGEST_ID)
        .orElse(
            () ->
                roster.here().get(StaffGroup.class, id).isPresent()
                    ? Outcome.refused(RefusalCode.ALREADY_EXISTS)
                    : moved(title.name(), Set.of(), people).map(Draft.of(group, 0)::also));
  }

  /** Other people are in it. */
  Outcome<Draft<StaffGroup>> change(Team team, Set<MemberId> people) {
    var group = team.group();
    return moved(group.word().name(), ids(team), people)
        .map(Draft.of(group.word(), group.revision())::also);
  }

  /** One of them; {@code NOT_FOUND} for any other. */
  Outcome<Team> team(StaffGroupId id, Optional<String> version) {
    var team =
        roster
            .here()
            .kept(StaffGroup.class, id)
            .filter(group -> roster.owns(group.word().company()))
            .map(group -> new Team(group, everybody(group.word().name())));
    if (team.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    return version.filter(asked -> !asked.equals(team.get().version())).isPresent()
        ? Outcome.refused(RefusalCode.CHANGED_MEANWHILE)
        : Outcome.done(team.get());
  }

  /** All of them. */
  List<Team> all() {
    var everybody = everybody();
    return roster.here().where(StaffGroup.class, "companyId", roster.company().id()).stream()
        .sorted(Comparator.comparing(StaffGroup::name))
        .flatMap(group -> roster.here().kept(StaffGroup.class, group.id()).stream())
        .map(group -> new Team(group, in(group, everybody)))
        .toList();
  }

  /** Who is in it. */
  static Set<MemberId> ids(Team team) {
    var ids = new HashSet<MemberId>();
    team.people().forEach(person -> ids.add(person.member().word().id()));
    return ids;
  }

  private Outcome<List<Write>> moved(String name, Set<MemberId> before, Set<MemberId> after) {
    var writes = new ArrayList<Write>();
    for (var id : after) {
      var came = before.contains(id) ? Optional.<Refusal>empty() : comes(name, id, writes);
      if (came.isPresent()) {
        return Outcome.refused(came.get());
      }
    }
    before.stream()
        .filter(id -> !after.contains(id))
        .flatMap(id -> roster.here().kept(Member.class, id).stream())
        .forEach(kept -> writes.add(into("", kept)));
    return writes.size() > StaffGroups.MOST
        ? Outcome.refused(RefusalCode.TOO_LARGE)
        : Outcome.done(writes);
  }

  private Optional<Refusal> comes(String name, MemberId id, List<Write> writes) {
    if (!(roster.person(id) instanceof Outcome.Done<Person> person)) {
      return Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, "field", "members"));
    }
    var kept = person.value().member();
    if (!kept.word().group().isEmpty()) {
      return Optional.of(
          Refusal.of(RefusalCode.WRONG_STATE, "because", "somebody is in another group"));
    }
    writes.add(into(name, kept));
    return Optional.empty();
  }

  private static Write into(String group, Kept<Member> kept) {
    return new Write.Put(kept.word().in(group), kept.revision());
  }

  private List<Person> everybody(String name) {
    return everybody().stream().filter(p -> p.member().word().group().equals(name)).toList();
  }

  private static List<Person> in(Kept<StaffGroup> group, List<Person> everybody) {
    var name = group.word().name();
    return everybody.stream().filter(p -> p.member().word().group().equals(name)).toList();
  }

  private List<Person> everybody() {
    return roster.find(new Search(Map.of(), 0, Integer.MAX_VALUE)).people();
  }
}
