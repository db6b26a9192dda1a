package org.escale.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;

/** The invented companies and people of {@code companies.csv} and {@code people.csv}. */
final class ClientList {
  private ClientList() {}

  /** All companies, in the order of the list. */
  static List<Company> companies() {
    return CsvLines.of("companies.csv").stream().map(ClientList::company).toList();
  }

  /** The people of that company, in the order of the list. */
  static List<Member> people(Company company) {
    return CsvLines.of("people.csv").stream()
        .filter(cells -> cells.get(1).equals(company.id().value()))
        .map(cells -> member(cells, company))
        .toList();
  }

  private static Company company(List<String> cells) {
    return new Company(
        new CompanyId(cells.get(0)),
        pseudonym("company", cells.get(0)),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        text(cells.get(4)).map(CentreId::new),
        text(cells.get(5)).map(NetworkId::new),
        Company.Standing.GOOD,
        false,
        cells.get(6).equals("yes"));
  }

  private static Member member(List<String> cells, Company company) {
    var id = cells.get(0);
    return new Member(
        new MemberId(id),
        pseudonym("person", id),
        company.id(),
        company.pseudonym(),
        cells.get(2),
        id + "@" + company.id() + ".example",
        cells.get(3),
        cells.get(4),
        true);
  }

  /** The same in every run, so that loading again meets what is there. */
  private static Pseudonym pseudonym(String kind, String id) {
    var seed = ("demonstration " + kind + " " + id).getBytes(StandardCharsets.UTF_8);
    return new Pseudonym(UUID.nameUUIDFromBytes(seed).toString());
  }

  private static Optional<String> text(String cell) {
    return Optional.of(cell).filter(text -> !text.isEmpty());
  }
}
