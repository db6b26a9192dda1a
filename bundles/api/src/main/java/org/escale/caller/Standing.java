package org.escale.caller;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.escale.client.CompanyId;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.word.Reader;

/** Where somebody belongs; each part is there only for those that belong to one. */
public record Standing(
    Optional<MemberId> member,
    Optional<Pseudonym> person,
    Optional<CompanyId> company,
    Optional<Pseudonym> companyPseudonym,
    Optional<CentreId> centre,
    Optional<NetworkId> network) {
  /** Belongs to nothing. */
  public static final Standing NONE =
      new Standing(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** What somebody with these roles sees from here. */
  public Sight sight(Set<Role> roles) {
    var readers = new HashSet<Reader>();
    readers.add(Reader.EVERYONE);
    person.map(Reader::member).ifPresent(readers::add);
    if (roles.contains(Role.EMPLOYER) || roles.contains(Role.INTEGRATOR)) {
      companyPseudonym.map(Reader::company).ifPresent(readers::add);
    }
    if (roles.contains(Role.RECEPTION) || roles.contains(Role.INTEGRATOR)) {
      centre.map(Reader::centre).ifPresent(readers::add);
    }
    if (roles.contains(Role.NETWORK) || roles.contains(Role.INTEGRATOR)) {
      network.map(Reader::network).ifPresent(readers::add);
    }
    if (roles.contains(Role.FEDERATION)) {
      readers.add(Reader.FEDERATION);
    }
    if (roles.contains(Role.AUTHORITY)) {
      readers.add(Reader.AUTHORITY);
    }
    return new Sight(false, readers);
  }
}
