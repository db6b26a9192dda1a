package org.escale.core.rights;

import java.util.Optional;
import org.escale.client.Pass;
import org.escale.federation.NetworkId;

/**
 * Through which agreements a member comes to use a centre.
 *
 * @param contract the network that charges the company
 * @param affiliation the network through which the centre is paid
 * @param pass the member's valid pass, if there is one; the billing rule decides what it covers
 * @param own whether it is the centre's own client at home
 */
public record Way(NetworkId contract, NetworkId affiliation, Optional<Pass> pass, boolean own) {}
