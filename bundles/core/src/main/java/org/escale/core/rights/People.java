package org.escale.core.rights;

import java.util.Comparator;
import java.util.Optional;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.Entitlement;
import org.escale.client.Guest;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pass;
import org.escale.client.Pseudonym;
import org.escale.core.snapshot.Snapshot;
import org.escale.spi.centre.Key;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Finds persons with their rights in a snapshot, and says how visitors are named. */
@Component(service = People.class, configurationPid = "org.escale.core")
@Designate(ocd = People.Config.class)
public final class People {
  /** Settings. */
  @ObjectClassDefinition(name = "Escale core")
  public @interface Config {
    /** The name under which this instance vouches for its members. */
    @AttributeDefinition(
        description =
            "name of this instance, as partners and centres' systems know it: 1 to 63 lower-case"
                + " letters, digits and hyphens")
    String instance() default "home";
  }

  private final String issuer;

  /** Vouches under the configured name. */
  @Activate
  public People(Config config) {
    this(config.instance());
  }

  /**
   * Vouches under that name.
   *
   * @throws IllegalArgumentException if it cannot be part of what stands in centres' systems
   */
  public People(String issuer) {
    if (!Key.names(issuer)) {
      throw new IllegalArgumentException(
          "org.escale.core: instance must be 1 to 63 lower-case letters, digits and hyphens, not \""
              + issuer
              + "\"; nothing starts until it is");
    }
    this.issuer = issuer;
  }

  /** The name under which this instance vouches for its members. */
  public String issuer() {
    return issuer;
  }

  /** How this member is known as a visitor. */
  public Guest guest(Member member) {
    return new Guest(issuer, member.pseudonym(), member.companyPseudonym());
  }

  /** The member of that id with its rights. */
  public Optional<Person> person(Snapshot snapshot, MemberId id) {
    return snapshot.get(Member.class, id).flatMap(member -> person(snapshot, member));
  }

  /** The member behind a visitor of ours with its rights; empty for another instance's. */
  public Optional<Person> person(Snapshot snapshot, Guest guest) {
    return guest.issuer().equals(issuer)
        ? snapshot.where(Member.class, "pseudonym", guest.person()).stream()
            .findFirst()
            .flatMap(member -> person(snapshot, member))
        : Optional.empty();
  }

  private Optional<Person> person(Snapshot snapshot, Member member) {
    return snapshot
        .get(Company.class, member.company())
        .map(
            company ->
                new Person(
                    member,
                    company,
                    guest(member),
                    entitlement(snapshot, member),
                    credit(snapshot, member),
                    snapshot.where(Pass.class, "guest", member.pseudonym()).stream()
                        .filter(pass -> pass.holder().issuer().equals(issuer))
                        .sorted(Comparator.comparing(pass -> pass.id().value()))
                        .toList()));
  }

  private static Optional<Entitlement> entitlement(Snapshot snapshot, Member member) {
    return snapshot.where(Entitlement.class, "companyId", member.company()).stream()
        .filter(entitlement -> concerns(entitlement, member))
        .min(
            Comparator.comparing(Entitlement::specificity, Comparator.reverseOrder())
                .thenComparing(entitlement -> entitlement.id().value()));
  }

  private static boolean concerns(Entitlement entitlement, Member member) {
    return switch (entitlement.specificity()) {
      case 2 -> is(entitlement.member(), member.pseudonym());
      case 1 -> entitlement.group().filter(member.group()::equals).isPresent();
      default -> true;
    };
  }

  private static Optional<Credit> credit(Snapshot snapshot, Member member) {
    return snapshot.where(Credit.class, "company", member.companyPseudonym()).stream()
        .filter(credit -> credit.person().isEmpty() || is(credit.person(), member.pseudonym()))
        .min(
            Comparator.comparing((Credit credit) -> credit.person().isEmpty())
                .thenComparing(credit -> credit.id().value()));
  }

  private static boolean is(Optional<Pseudonym> one, Pseudonym other) {
    return one.filter(other::equals).isPresent();
  }
}
