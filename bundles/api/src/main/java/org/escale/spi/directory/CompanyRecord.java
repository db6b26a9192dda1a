package org.escale.spi.directory;

import org.escale.client.Company;

/**
 * A company as the other platform knows it.
 *
 * @param enterpriseNumber empty if unknown
 * @param language fr, nl or en
 * @param standing how its account stands there
 */
public record CompanyRecord(
    ForeignId id,
    String name,
    String enterpriseNumber,
    String language,
    Company.Standing standing) {
  @Override
  public String toString() {
    return "CompanyRecord";
  }
}
