package org.escale.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.escale.caller.Caller;
import org.escale.client.Alias;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The people that an employer's own identity system brings, one by one. It sees those whom it
 * brought and no others: who was made by hand, or came from a directory, is never touched.
 * Refusals: {@code NOT_ALLOWED} (also for who acts for no company), {@code NOT_FOUND,
 * INVALID_FIELD, ALREADY_EXISTS, CHANGED_MEANWHILE}.
 */
@ProviderType
public interface Provisioning {
  /**
   * What the system says of a person.
   *
   * @param email empty if it gave none
   * @param language fr, nl or en
   */
  record Said(Alias.Names names, String name, String email, String language, boolean active) {
    /** Never the names. */
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** A person, and how the system calls it. */
  record Person(Kept<Member> member, Kept<Alias> alias) {
    /** Another text whenever either is another. */
    public String version() {
      return member.seq() + "-" + alias.seq();
    }

    /** What the system said last. */
    public Said said() {
      var here = member.word();
      return new Said(
          alias.word().names(), here.name(), here.email(), here.language(), alias.word().active());
    }
  }

  /**
   * Who is looked for.
   *
   * @param equal {@code id}, {@code userName} or {@code externalId} and its value, all of which
   *     must match; the user name in any case of its letters
   * @param from the first wanted, from 0
   * @param count at most so many
   */
  record Search(Map<String, String> equal, int from, int count) {
    /** Copies the map. */
    public Search {
      equal = Map.copyOf(equal);
    }
  }

  /**
   * Some of those found, in an order that stays.
   *
   * @param total how many there are in all
   */
  record Found(List<Person> people, int total) {
    /** Copies the list. */
    public Found {
      people = List.copyOf(people);
    }
  }

  /**
   * A new person, called {@code fresh}; or the same person again, whom the system had taken away.
   * {@code ALREADY_EXISTS} where the user name is given, or somebody of the company has the
   * address.
   */
  Outcome<Person> add(Caller caller, Said said, MemberId fresh);

  /**
   * Says something else of a person, made of what was said; nothing is written where it is the
   * same. {@code CHANGED_MEANWHILE} where it is not at that version.
   */
  Outcome<Person> change(
      Caller caller, MemberId id, Optional<String> version, UnaryOperator<Said> other);

  /** Takes a person away: the link to the employer ends at once, and nothing is deleted. */
  Outcome<Person> remove(Caller caller, MemberId id, Optional<String> version);

  /** One of those it brought. */
  Outcome<Person> person(Caller caller, MemberId id);

  /** Those it brought. */
  Outcome<Found> find(Caller caller, Search search);
}
