package org.escale.rest.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.Member;
import org.escale.client.Pass;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.rest.call.GuestView;
import org.escale.rest.call.MoneyView;

/** What clients look like to those who may see them. */
public final class ClientViews {
  private ClientViews() {}

  /** A company. */
  public record CompanyView(
      String id,
      String pseudonym,
      String name,
      String enterpriseNumber,
      String language,
      Optional<String> ownerCentreId,
      Optional<String> contractNetworkId,
      Company.Standing standing,
      boolean confidential,
      boolean byName) {
    /** As kept. */
    public static CompanyView of(Company c) {
      return new CompanyView(
          c.id().value(),
          c.pseudonym().value(),
          c.name(),
          c.enterpriseNumber(),
          c.language(),
          c.owner().map(CentreId::value),
          c.contract().map(NetworkId::value),
          c.standing(),
          c.confidential(),
          c.byName());
    }
  }

  /** A person. */
  public record MemberView(
      String id,
      String pseudonym,
      String companyId,
      String name,
      String email,
      String group,
      String language,
      boolean employed) {
    /** As kept. */
    public static MemberView of(Member m) {
      return new MemberView(
          m.id().value(),
          m.pseudonym().value(),
          m.company().value(),
          m.name(),
          m.email(),
          m.group(),
          m.language(),
          m.employed());
    }
  }

  /** A credit with what is left on it. */
  public record CreditView(
      String id,
      String companyId,
      Optional<String> person,
      MoneyView floor,
      MoneyView balance,
      MoneyView held) {
    /** As kept, with its balance, and what is held back for centres that are cut off. */
    public static CreditView of(Credit c, Money balance, Money held) {
      return new CreditView(
          c.id().value(),
          c.companyId().value(),
          c.person().map(Pseudonym::value),
          MoneyView.of(c.floor()),
          MoneyView.of(balance),
          MoneyView.of(held));
    }
  }

  /** A flat subscription. */
  public record PassView(
      String id,
      String networkId,
      GuestView holder,
      String product,
      List<String> centreIds,
      Instant from,
      Instant to) {
    /** As kept. */
    public static PassView of(Pass p) {
      return new PassView(
          p.id().value(),
          p.network().value(),
          GuestView.of(p.holder()),
          p.product(),
          p.centres().stream().map(CentreId::value).sorted().toList(),
          p.validity().from(),
          p.validity().to());
    }
  }
}
