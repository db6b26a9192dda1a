package org.escale.rest.client;

import java.util.Optional;
import java.util.UUID;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.rest.call.Need;

/** What somebody who administers clients sends. */
public final class ClientOrders {
  private ClientOrders() {}

  /** A new company: the own client of a centre, or contracting with a network, or both. */
  public record CompanyOrder(
      Optional<String> id,
      Optional<String> name,
      Optional<String> enterpriseNumber,
      Optional<String> language,
      Optional<String> ownerCentreId,
      Optional<String> contractNetworkId,
      Optional<Boolean> confidential,
      Optional<Boolean> byName) {
    Company company() {
      Need.check("contractNetworkId", ownerCentreId.isPresent() || contractNetworkId.isPresent());
      return new Company(
          Need.id("id", Optional.of(id.orElseGet(ClientOrders::fresh)), CompanyId::new),
          new Pseudonym(fresh()),
          Need.text("name", name, 200),
          Need.optional("enterpriseNumber", enterpriseNumber, 32),
          spoken("language", language),
          ownerCentreId.map(text -> Need.read("ownerCentreId", text, CentreId::new)),
          contractNetworkId.map(text -> Need.read("contractNetworkId", text, NetworkId::new)),
          Company.Standing.GOOD,
          confidential.orElse(false),
          byName.orElse(false));
    }
  }

  /** A new person of a company. */
  public record MemberOrder(
      Optional<String> id,
      Optional<String> name,
      Optional<String> email,
      Optional<String> group,
      Optional<String> language) {
    /** As a person of that company, called {@code fresh} unless it has an id. */
    Member member(Company company, String fresh) {
      return new Member(
          Need.id("id", Optional.of(id.orElse(fresh)), MemberId::new),
          new Pseudonym(fresh()),
          company.id(),
          company.pseudonym(),
          Need.text("name", name, 200),
          Need.optional("email", email, 254),
          Need.optional("group", group, 64),
          spoken("language", language),
          true);
    }
  }

  static String fresh() {
    return UUID.randomUUID().toString();
  }

  static String spoken(String field, Optional<String> value) {
    var language = value.orElse("en");
    Need.check(field, language.matches("fr|nl|en"));
    return language;
  }
}
