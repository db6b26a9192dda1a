package org.escale.booking;

import java.util.Optional;
import org.escale.client.EntitlementId;
import org.escale.client.PassId;
import org.escale.federation.NetworkId;
import org.escale.terms.Terms;

/**
 * What was agreed when a place was taken, sealed for good (laws B8, U7).
 *
 * @param contract the network that charges the company
 * @param affiliation the network through which the centre is paid
 * @param payout the affiliation network's billing rule and dated terms
 * @param terms the terms shown
 * @param pass the pass that covers the visit, if any
 * @param entitlement what the employer's say rested on, if anything
 * @param own whether this is the centre's own client at home, who never enters federation billing
 */
public record Agreement(
    NetworkId contract,
    NetworkId affiliation,
    Terms.Sealed payout,
    Terms terms,
    Optional<PassId> pass,
    Optional<EntitlementId> entitlement,
    boolean own) {}
