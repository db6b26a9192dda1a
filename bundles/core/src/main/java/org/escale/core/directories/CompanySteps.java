package org.escale.core.directories;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.adapter.Counterpart;
import org.escale.adapter.CounterpartId;
import org.escale.client.Company;
import org.escale.client.Company.Standing;
import org.escale.client.CompanyId;
import org.escale.client.Pseudonym;
import org.escale.core.clients.Companies;
import org.escale.core.directories.Step.What;
import org.escale.spi.directory.CompanyRecord;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.store.Write;
import org.escale.word.Kept;

/** What becomes of the companies of a reading. For one thread. */
final class CompanySteps {
  private static final Standing ENDED = Standing.CEASED;
  private final Draft draft;
  private final Set<CounterpartId> seen = new HashSet<>();
  private final Map<CounterpartId, Company> now = new HashMap<>();
  private final Set<CompanyId> ended = new HashSet<>();

  CompanySteps(Draft draft) {
    this.draft = draft;
  }

  /** Those of the reading, then those that are in it no longer. */
  void plan() {
    for (var record : draft.reading().companies()) {
      plan(record);
    }
    for (var id : draft.gone(seen, draft.known()::company)) {
      draft.known().at(id).ifPresent(this::end);
    }
  }

  /** The company that the directory names so, as it will be. */
  Optional<Company> named(ForeignId id) {
    var name = draft.known().company(id);
    return Optional.ofNullable(now.get(name))
        .or(() -> draft.known().at(name).flatMap(this::kept).map(Kept::word));
  }

  /** Those that are suspended. */
  Set<CompanyId> ended() {
    return ended;
  }

  private void plan(CompanyRecord record) {
    var id = draft.known().company(record.id());
    if (draft.row().whose().company().isPresent()) {
      draft.left(false, "ONE_COMPANY_ONLY");
    } else if (!seen.add(id)) {
      draft.left(false, "DOUBLED");
    } else {
      draft
          .known()
          .at(id)
          .ifPresentOrElse(counterpart -> change(record, counterpart), () -> create(record, id));
    }
  }

  private void create(CompanyRecord record, CounterpartId id) {
    var whose = draft.row().whose();
    var fresh =
        new Company(
            new CompanyId(UUID.randomUUID().toString()),
            new Pseudonym(UUID.randomUUID().toString()),
            record.name(),
            record.enterpriseNumber(),
            record.language(),
            whose.owner(),
            whose.contract(),
            record.standing(),
            false,
            false);
    var wrong = Companies.wrongIn(fresh).field();
    if (record.standing() == ENDED) {
      draft.left(false, "INACTIVE");
    } else if (wrong.isPresent()) {
      draft.left(false, "INVALID_FIELD " + wrong.get());
    } else if (madeByHand(fresh)) {
      draft.left(false, "ALREADY_HERE");
    } else {
      now.put(id, fresh);
      var counterpart =
          new Counterpart(
              id,
              draft.row().id(),
              Optional.empty(),
              Optional.of(fresh.id()),
              record.standing().name());
      step(What.CREATE, new Write.Put(fresh, 0), new Write.Put(counterpart, 0));
    }
  }

  private void change(CompanyRecord record, Kept<Counterpart> counterpart) {
    var company = kept(counterpart);
    if (company.isEmpty()) {
      draft.left(false, "NOT_HERE");
    } else if (record.standing() == ENDED) {
      end(counterpart);
    } else {
      merge(record, counterpart, company.get());
    }
  }

  private void merge(CompanyRecord record, Kept<Counterpart> counterpart, Kept<Company> company) {
    var said = counterpart.word().said();
    var old = company.word();
    var other =
        new Company(
            old.id(),
            old.pseudonym(),
            record.name(),
            record.enterpriseNumber(),
            record.language(),
            old.owner(),
            old.contract(),
            said.equals(record.standing().name()) ? old.standing() : record.standing(),
            old.confidential(),
            old.byName());
    var wrong = Companies.wrongIn(other).field();
    if (wrong.isPresent()) {
      draft.left(false, "INVALID_FIELD " + wrong.get());
    } else if (other.equals(old) && said.equals(record.standing().name())) {
      draft.same(false);
    } else {
      now.put(counterpart.word().id(), other);
      step(
          What.CHANGE,
          new Write.Put(other, company.revision()),
          draft.saying(counterpart, record.standing().name()));
    }
  }

  private void end(Kept<Counterpart> counterpart) {
    if (counterpart.word().said().equals(ENDED.name())) {
      draft.same(false);
      return;
    }
    kept(counterpart)
        .ifPresent(
            company -> {
              ended.add(company.word().id());
              step(
                  What.END,
                  new Write.Put(company.word().with(ENDED), company.revision()),
                  draft.saying(counterpart, ENDED.name()));
            });
  }

  private Optional<Kept<Company>> kept(Kept<Counterpart> counterpart) {
    return counterpart.word().company().flatMap(id -> draft.here().kept(Company.class, id));
  }

  /** Only the same owner's: that another has the same client is nobody's business here (E1). */
  private boolean madeByHand(Company fresh) {
    return !fresh.enterpriseNumber().isEmpty()
        && draft.here().all(Company.class).stream()
            .filter(company -> company.enterpriseNumber().equals(fresh.enterpriseNumber()))
            .anyMatch(
                company ->
                    company.owner().equals(fresh.owner())
                        && company.contract().equals(fresh.contract()));
  }

  private void step(What what, Write... writes) {
    draft.step(new Step(false, what, List.of(writes)));
  }
}
