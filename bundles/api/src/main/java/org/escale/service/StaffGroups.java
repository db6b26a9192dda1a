package org.escale.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.client.StaffGroup;
import org.escale.client.StaffGroupId;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The groups that an employer's own identity system keeps of the people whom it brought. Refusals:
 * {@code NOT_ALLOWED} (also for who acts for no company), {@code NOT_FOUND, INVALID_FIELD,
 * ALREADY_EXISTS, CHANGED_MEANWHILE}; {@code WRONG_STATE} where somebody is in another group.
 */
@ProviderType
public interface StaffGroups {
  /** The most people who come or go at once. */
  int MOST = 1000;

  /** A group with its people, in an order that stays. */
  record Team(Kept<StaffGroup> group, List<Provisioning.Person> people) {
    /** Copies the list. */
    public Team {
      people = List.copyOf(people);
    }

    /** Another text whenever somebody comes or goes. */
    public String version() {
      var ids = people.stream().map(person -> person.member().word().id()).toList();
      return group.seq() + "-" + Integer.toHexString(ids.hashCode());
    }
  }

  /**
   * What the system calls a new group.
   *
   * @param name 1 to 64 characters
   * @param externalId empty if it gave none
   */
  record Title(String name, String externalId) {}

  /** A new group of these people. */
  Outcome<Team> form(Caller caller, Title title, Set<MemberId> people);

  /** Other people are in it; {@code CHANGED_MEANWHILE} where it is not at that version. */
  Outcome<Team> change(
      Caller caller,
      StaffGroupId id,
      Optional<String> version,
      UnaryOperator<Set<MemberId>> people);

  /** It is no more; its people are in none. */
  Outcome<Team> disband(Caller caller, StaffGroupId id, Optional<String> version);

  /** One of them. */
  Outcome<Team> team(Caller caller, StaffGroupId id);

  /** All of them, in an order that stays. */
  Outcome<List<Team>> teams(Caller caller);
}
