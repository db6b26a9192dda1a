package org.escale.core.provisioning;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.caller.Caller;
import org.escale.client.Alias;
import org.escale.client.AliasId;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.secrets.Sha256;
import org.escale.core.snapshot.Snapshot;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Provisioning.Found;
import org.escale.service.Provisioning.Person;
import org.escale.service.Provisioning.Search;
import org.escale.word.Kept;

/** Those whom one company's identity system brought, at one moment. */
record Roster(Snapshot here, Company company) {

  /** The one of the caller's company; {@code NOT_ALLOWED} where it acts for none. */
  static Outcome<Roster> of(Snapshot here, Caller caller) {
    return caller
        .standing()
        .company()
        .flatMap(id -> here.get(Company.class, id))
        .map(company -> Outcome.done(new Roster(here, company)))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_ALLOWED));
  }

  /** What a user name is kept under. */
  AliasId id(String userName) {
    var name = userName.toLowerCase(Locale.ROOT);
    return new AliasId(Sha256.of("alias\n" + company.id().value() + "\n" + name));
  }

  /** Who has, or had, that user name. */
  Optional<Kept<Alias>> alias(String userName) {
    return here.kept(Alias.class, id(userName));
  }

  /** One whom the system may be told of; {@code NOT_FOUND} for any other. */
  Outcome<Person> person(MemberId id) {
    return listed(id).map(Outcome::done).orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  /** The same, if it is at that version where one is named. */
  Outcome<Person> person(MemberId id, Optional<String> version) {
    return person(id)
        .then(
            who ->
                version.filter(asked -> !asked.equals(who.version())).isPresent()
                    ? Outcome.refused(RefusalCode.CHANGED_MEANWHILE)
                    : Outcome.done(who));
  }

  /** Those who are looked for. */
  Found find(Search search) {
    var matching = candidates(search.equal()).filter(p -> matches(p, search.equal())).toList();
    var page = matching.stream().skip(search.from()).limit(search.count()).toList();
    return new Found(page, matching.size());
  }

  /** Whether somebody else of the company has that address. */
  boolean taken(String email, Optional<MemberId> but) {
    return !email.isEmpty()
        && here.where(Member.class, "companyId", company.id()).stream()
            .anyMatch(m -> m.email().equalsIgnoreCase(email) && !but.equals(Optional.of(m.id())));
  }

  /** Whether that is the company's. */
  boolean owns(CompanyId other) {
    return company.id().equals(other);
  }

  private Stream<Person> candidates(Map<String, String> equal) {
    if (equal.containsKey("userName")) {
      return alias(equal.get("userName")).stream().flatMap(a -> person(a).stream());
    }
    return here.where(Alias.class, "companyId", company.id()).stream()
        .filter(alias -> said(alias, equal))
        .sorted(Comparator.comparing(alias -> alias.id().value()))
        .flatMap(alias -> here.kept(Alias.class, alias.id()).stream())
        .flatMap(alias -> person(alias).stream());
  }

  private static boolean said(Alias alias, Map<String, String> equal) {
    var wanted = equal.getOrDefault("externalId", alias.names().externalId());
    return alias.listed() && wanted.equals(alias.names().externalId());
  }

  private static boolean matches(Person person, Map<String, String> equal) {
    var id = person.member().word().id().value();
    return equal.getOrDefault("id", id).equals(id) && said(person.alias().word(), equal);
  }

  private Optional<Person> listed(MemberId id) {
    return here.where(Alias.class, "memberId", id).stream()
        .findFirst()
        .filter(alias -> owns(alias.company()))
        .flatMap(alias -> here.kept(Alias.class, alias.id()))
        .flatMap(this::person);
  }

  private Optional<Person> person(Kept<Alias> alias) {
    return Optional.of(alias)
        .filter(kept -> kept.word().listed())
        .flatMap(kept -> here.kept(Member.class, kept.word().member()))
        .map(member -> new Person(member, alias));
  }
}
