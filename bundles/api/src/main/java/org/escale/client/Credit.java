package org.escale.client;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.money.Money;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A prepaid account of a company or of one person. What is on it is the balance of its ledger
 * account, which no commit ever takes below the floor.
 *
 * @param person the person, or empty for the whole company
 * @param floor the least that may be left; negative where some debt is allowed
 */
public record Credit(
    CreditId id, CompanyId companyId, Pseudonym company, Optional<Pseudonym> person, Money floor)
    implements Word {

  /** The name of its ledger account. */
  public String account() {
    return "credit:" + id.value();
  }

  @Override
  public Set<Reader> readers() {
    return person.isPresent()
        ? Set.of(Reader.company(company), Reader.member(person.get()))
        : Set.of(Reader.company(company));
  }

  @Override
  public Map<String, String> keys() {
    return person.isPresent()
        ? Map.of(
            "companyId",
            companyId.value(),
            "company",
            company.value(),
            "person",
            person.get().value())
        : Map.of("companyId", companyId.value(), "company", company.value(), "person", "");
  }
}
