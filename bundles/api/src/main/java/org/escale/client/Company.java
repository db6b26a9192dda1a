package org.escale.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A client. It belongs to the centre that won it, or to the network it contracts with; nobody else
 * ever sees it.
 *
 * @param pseudonym how bookings, visits and records name it
 * @param name its legal name
 * @param enterpriseNumber its number in the register of companies; empty if unknown
 * @param language fr, nl or en, for its documents
 * @param owner the centre whose own client it is
 * @param contract the network that invoices it
 * @param standing whether it may be received
 * @param confidential centres and reports see the pseudonym only
 * @param byName members were told that their employer sees visits by name
 */
public record Company(
    CompanyId id,
    Pseudonym pseudonym,
    String name,
    String enterpriseNumber,
    String language,
    Optional<CentreId> owner,
    Optional<NetworkId> contract,
    Standing standing,
    boolean confidential,
    boolean byName)
    implements Word {

  /** Whether a company's members are received. */
  public enum Standing {
    /** All is well. */
    GOOD,
    /** Late with payment, warned, still received. */
    WARNED,
    /** Blocked for late payment. */
    OVERDUE,
    /** It no longer exists. */
    CEASED
  }

  /** The same company in another standing. */
  public Company with(Standing changed) {
    return new Company(
        id,
        pseudonym,
        name,
        enterpriseNumber,
        language,
        owner,
        contract,
        changed,
        confidential,
        byName);
  }

  @Override
  public Set<Reader> readers() {
    var readers = new HashSet<Reader>();
    readers.add(Reader.company(pseudonym));
    owner.map(Reader::centre).ifPresent(readers::add);
    contract.map(Reader::network).ifPresent(readers::add);
    return readers;
  }

  @Override
  public Map<String, String> keys() {
    var keys = new HashMap<String, String>();
    keys.put("pseudonym", pseudonym.value());
    contract.ifPresent(network -> keys.put("networkId", network.value()));
    owner.ifPresent(centre -> keys.put("centreId", centre.value()));
    return keys;
  }
}
