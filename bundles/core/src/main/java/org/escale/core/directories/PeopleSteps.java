package org.escale.core.directories;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.adapter.Counterpart;
import org.escale.adapter.CounterpartId;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.core.clients.Staff;
import org.escale.core.directories.Step.What;
import org.escale.spi.directory.PersonRecord;
import org.escale.spi.store.Write;
import org.escale.word.Kept;

/** What becomes of the people of a reading. For one thread. */
final class PeopleSteps {
  private static final String YES = "EMPLOYED";
  private static final String NO = "LEFT";
  private final Draft draft;
  private final CompanySteps companies;
  private final Set<CounterpartId> seen = new HashSet<>();
  private final Set<MemberId> ended = new HashSet<>();
  private final Set<String> taken;

  PeopleSteps(Draft draft, CompanySteps companies) {
    this.draft = draft;
    this.companies = companies;
    this.taken = new HashSet<>();
    draft.here().all(Member.class).forEach(member -> taken.add(address(member)));
  }

  /** Those of the reading, then those who are in it no longer. */
  void plan() {
    for (var record : draft.reading().people()) {
      plan(record);
    }
    for (var id : draft.gone(seen, draft.known()::person)) {
      draft.known().at(id).ifPresent(this::end);
    }
  }

  /** Those who are suspended. */
  Set<MemberId> ended() {
    return ended;
  }

  private void plan(PersonRecord record) {
    var id = draft.known().person(record.id());
    if (!seen.add(id)) {
      draft.left(true, "DOUBLED");
      return;
    }
    var counterpart = draft.known().at(id);
    var employer = draft.row().whose().company().isPresent() ? ofTheOne() : named(record);
    if (!record.active()) {
      counterpart.ifPresentOrElse(this::end, () -> draft.left(true, "INACTIVE"));
    } else if (employer.isEmpty()) {
      draft.left(true, "NO_COMPANY");
    } else if (counterpart.isEmpty()) {
      create(record, id, employer.get());
    } else {
      change(record, counterpart.get(), employer.get());
    }
  }

  private void create(PersonRecord record, CounterpartId id, Company employer) {
    var fresh = fresh(record, employer);
    var wrong = Staff.wrongIn(fresh, "").field();
    if (wrong.isPresent()) {
      draft.left(true, "INVALID_FIELD " + wrong.get());
    } else if (!fresh.email().isEmpty() && !taken.add(address(fresh))) {
      draft.left(true, "ALREADY_HERE");
    } else {
      step(What.CREATE, new Write.Put(fresh, 0), new Write.Put(counterpart(id, fresh), 0));
    }
  }

  private void change(PersonRecord record, Kept<Counterpart> counterpart, Company employer) {
    var kept = kept(counterpart);
    if (kept.isEmpty()) {
      draft.left(true, "NOT_HERE");
    } else if (kept.get().word().name().isEmpty()) {
      draft.left(true, "ERASED");
    } else if (!kept.get().word().company().equals(employer.id())) {
      move(record, counterpart, employer);
    } else {
      merge(record, counterpart, kept.get());
    }
  }

  private void merge(PersonRecord record, Kept<Counterpart> counterpart, Kept<Member> kept) {
    var old = kept.word();
    var saidYes = counterpart.word().said().equals(YES);
    var other =
        new Member(
            old.id(),
            old.pseudonym(),
            old.company(),
            old.companyPseudonym(),
            record.name(),
            record.email(),
            record.group(),
            record.language(),
            saidYes ? old.employed() : true);
    var wrong = Staff.wrongIn(other, "").field();
    if (wrong.isPresent()) {
      draft.left(true, "INVALID_FIELD " + wrong.get());
    } else if (saidYes && other.equals(old)) {
      draft.same(true);
    } else {
      step(What.CHANGE, new Write.Put(other, kept.revision()), draft.saying(counterpart, YES));
    }
  }

  /** To another employer: suspended here, somebody new there, so that each sees its own only. */
  private void move(PersonRecord record, Kept<Counterpart> counterpart, Company employer) {
    var fresh = fresh(record, employer);
    var old = kept(counterpart).orElseThrow();
    var wrong = Staff.wrongIn(fresh, "").field();
    if (wrong.isPresent()) {
      draft.left(true, "INVALID_FIELD " + wrong.get());
    } else if (!fresh.email().isEmpty() && !taken.add(address(fresh))) {
      draft.left(true, "ALREADY_HERE");
    } else {
      step(
          What.CHANGE,
          new Write.Put(old.word().employed(false), old.revision()),
          new Write.Put(fresh, 0),
          new Write.Put(counterpart(counterpart.word().id(), fresh), counterpart.revision()));
    }
  }

  private void end(Kept<Counterpart> counterpart) {
    var kept = kept(counterpart);
    if (kept.isEmpty()) {
      return;
    }
    if (counterpart.word().said().equals(NO)) {
      draft.same(true);
      return;
    }
    if (kept.get().word().employed()) {
      ended.add(kept.get().word().id());
    }
    step(
        What.END,
        new Write.Put(kept.get().word().employed(false), kept.get().revision()),
        draft.saying(counterpart, NO));
  }

  private Optional<Company> ofTheOne() {
    return draft.row().whose().company().flatMap(id -> draft.here().get(Company.class, id));
  }

  private Optional<Company> named(PersonRecord record) {
    return record.company().flatMap(companies::named);
  }

  private Optional<Kept<Member>> kept(Kept<Counterpart> counterpart) {
    return counterpart.word().member().flatMap(id -> draft.here().kept(Member.class, id));
  }

  private Counterpart counterpart(CounterpartId id, Member member) {
    return new Counterpart(id, draft.row().id(), Optional.of(member.id()), Optional.empty(), YES);
  }

  private static Member fresh(PersonRecord record, Company employer) {
    return new Member(
        new MemberId(UUID.randomUUID().toString()),
        new Pseudonym(UUID.randomUUID().toString()),
        employer.id(),
        employer.pseudonym(),
        record.name(),
        record.email(),
        record.group(),
        record.language(),
        true);
  }

  /** By what somebody would be taken for somebody who is here already, in the same company. */
  private static String address(Member member) {
    return member.company().value() + " " + member.email().toLowerCase(Locale.ROOT);
  }

  private void step(What what, Write... writes) {
    draft.step(new Step(true, what, List.of(writes)));
  }
}
