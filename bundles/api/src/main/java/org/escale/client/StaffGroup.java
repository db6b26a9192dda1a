package org.escale.client;

import java.util.Map;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A group that an employer's own identity system keeps. In it is whose {@link Member#group} is its
 * name; a person is in one group at most.
 *
 * @param id a digest of company and name, so that a name is given once
 * @param name what entitlements say; it stays as it is
 * @param externalId the system's own id; empty if it gave none
 */
public record StaffGroup(
    StaffGroupId id, CompanyId company, Pseudonym companyPseudonym, String name, String externalId)
    implements Word {

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.company(companyPseudonym));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("companyId", company.value());
  }
}
