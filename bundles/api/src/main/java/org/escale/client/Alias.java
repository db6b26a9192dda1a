package org.escale.client;

import java.util.Map;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * How an employer's own identity system calls one of its people, and what it said last of it. Who
 * has one was brought by that system and is kept in step by it; who has none was made by hand.
 *
 * @param id a digest of company and user name, so that a name is given once
 * @param active what the system said last of employment: only another word of it changes ours, so
 *     that what was decided here meanwhile stays
 * @param listed false once the system took the person away: then it is told of it no more
 */
public record Alias(
    AliasId id,
    MemberId member,
    CompanyId company,
    Pseudonym companyPseudonym,
    Names names,
    boolean active,
    boolean listed)
    implements Word {

  /**
   * What the person is called there.
   *
   * @param userName unique in the company, whatever the case of its letters
   * @param externalId the system's own id; empty if it gave none
   * @param givenName empty if it gave none
   * @param familyName empty if it gave none
   */
  public record Names(String userName, String externalId, String givenName, String familyName) {
    /** Nobody's. */
    public static final Names NONE = new Names("", "", "", "");

    /** Never the names. */
    @Override
    public String toString() {
      return "Names";
    }
  }

  /** What remains when the person is erased: that this name was given. */
  public Alias erased() {
    return new Alias(id, member, company, companyPseudonym, Names.NONE, false, false);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.company(companyPseudonym));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("companyId", company.value(), "memberId", member.value());
  }
}
