package org.escale.rest.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.client.CompanyId;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.rest.call.Identity;

/**
 * Who is signed in, and what it belongs to.
 *
 * @param operations what it may do, of the access matrix
 * @param csrf what a page of ours sends in {@code X-CSRF} with each change
 */
public record WhoView(
    String account,
    List<Role> roles,
    Optional<String> memberId,
    Optional<String> companyId,
    Optional<String> centreId,
    Optional<String> networkId,
    String language,
    List<Operation> operations,
    String csrf) {

  /** The caller with that token. */
  static WhoView of(Caller caller, String secret) {
    var standing = caller.standing();
    return new WhoView(
        caller.who().value(),
        caller.roles().stream().sorted().toList(),
        standing.member().map(MemberId::value),
        standing.company().map(CompanyId::value),
        standing.centre().map(CentreId::value),
        standing.network().map(NetworkId::value),
        caller.language().getLanguage(),
        Arrays.stream(Operation.values()).filter(caller::may).toList(),
        Identity.proof(secret));
  }
}
