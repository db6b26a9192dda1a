package org.escale.client;

import java.util.Map;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A person of a company, at home; elsewhere only the pseudonym is known.
 *
 * @param pseudonym how bookings, visits and records name this person
 * @param companyPseudonym the employer's pseudonym
 * @param group the employer's own grouping, for entitlements and cost centres; may be empty
 * @param language fr, nl or en
 * @param employed false from the moment the employer ends the link
 */
public record Member(
    MemberId id,
    Pseudonym pseudonym,
    CompanyId company,
    Pseudonym companyPseudonym,
    String name,
    String email,
    String group,
    String language,
    boolean employed)
    implements Word {

  /** The same person, employed or not. */
  public Member employed(boolean now) {
    return new Member(id, pseudonym, company, companyPseudonym, name, email, group, language, now);
  }

  /** The same person in another group. */
  public Member in(String other) {
    return new Member(
        id, pseudonym, company, companyPseudonym, name, email, other, language, employed);
  }

  /** What remains when the person is erased: the pseudonym, so that chains and sums stay whole. */
  public Member erased() {
    return new Member(id, pseudonym, company, companyPseudonym, "", "", "", language, false);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.member(pseudonym), Reader.company(companyPseudonym));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("companyId", company.value(), "pseudonym", pseudonym.value(), "group", group);
  }
}
