package org.escale.caller;

import static org.escale.caller.Role.ANYBODY;
import static org.escale.caller.Role.AUTHORITY;
import static org.escale.caller.Role.EMPLOYER;
import static org.escale.caller.Role.FEDERATION;
import static org.escale.caller.Role.INTEGRATOR;
import static org.escale.caller.Role.MEMBER;
import static org.escale.caller.Role.NETWORK;
import static org.escale.caller.Role.RECEPTION;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done, and by which roles: the first two columns of the matrix in {@code
 * docs/access-matrix.md}. The third, which rows, is held by each word's readers and by the use case
 * for what it writes.
 */
public enum Operation {
  /**
   * Read networks, sites, centres, spaces, extras, labels, availability without prices for a
   * person.
   */
  DIRECTORY_READ(MEMBER, RECEPTION, EMPLOYER, NETWORK, FEDERATION, AUTHORITY, INTEGRATOR, ANYBODY),
  /** Change sites, centres, spaces, extras: the centre its own, the operator all. */
  DIRECTORY_WRITE(RECEPTION, FEDERATION, INTEGRATOR),
  /** Enter a new dated version of a network's terms. */
  TERMS_WRITE(NETWORK, FEDERATION),
  /** Read affiliations with their verdict. */
  AFFILIATION_READ(RECEPTION, NETWORK, FEDERATION),
  /** Propose, evaluate, waive, activate, suspend, end: the network's side. */
  AFFILIATION_DECIDE(NETWORK, FEDERATION),
  /** Sign for the centre. */
  AFFILIATION_CONFIRM(RECEPTION),
  /** Search with a member's rights and prices. */
  AVAILABILITY_SEARCH(MEMBER, RECEPTION, EMPLOYER, INTEGRATOR),
  /** Book, hold, confirm, move, extend, cancel. */
  BOOKING_WRITE(MEMBER, RECEPTION, EMPLOYER, INTEGRATOR),
  /** Read bookings. */
  BOOKING_READ(MEMBER, RECEPTION, EMPLOYER, INTEGRATOR),
  /** Ask whether a member may use a centre now. */
  AUTHORISE(MEMBER, RECEPTION, INTEGRATOR),
  /** Check in and out. */
  VISIT_WRITE(MEMBER, RECEPTION, INTEGRATOR),
  /** Get one's own check-in code. */
  BADGE(MEMBER),
  /** Read visits. */
  VISIT_READ(MEMBER, RECEPTION, INTEGRATOR),
  /** See the personal key of one's own session, and open a fresh one where it was ended. */
  SESSION_KEY(MEMBER),
  /** Record extras. */
  METER(RECEPTION, INTEGRATOR),
  /** Read usage records. */
  USAGE_READ(MEMBER, RECEPTION, EMPLOYER, NETWORK, INTEGRATOR),
  /** Dispute a usage record. */
  USAGE_DISPUTE(RECEPTION, EMPLOYER),
  /** Answer a dispute: correct the record, or say why it stays. */
  USAGE_ANSWER(RECEPTION, NETWORK),
  /** See who saw one's own presence. */
  ACCESS_LOG_READ(MEMBER),
  /** Read companies, members, entitlements, credit. */
  CLIENT_READ(MEMBER, RECEPTION, EMPLOYER, NETWORK, INTEGRATOR),
  /** Change one's own members and entitlements. */
  CLIENT_WRITE(EMPLOYER, INTEGRATOR),
  /** Take on a client, change its standing, top up its credit. */
  CLIENT_ADMIT(RECEPTION, NETWORK),
  /** Sell a pass. */
  PASS_WRITE(NETWORK, EMPLOYER),
  /** Read passes. */
  PASS_READ(MEMBER, EMPLOYER, NETWORK),
  /** Ask what something would cost. */
  QUOTE(MEMBER, RECEPTION, EMPLOYER, NETWORK, INTEGRATOR),
  /** Run billing or settlement of a period. */
  BILLING_RUN(NETWORK, FEDERATION),
  /** Read invoices. */
  INVOICE_READ(EMPLOYER, NETWORK, INTEGRATOR),
  /** Read payouts. */
  PAYOUT_READ(RECEPTION, NETWORK, INTEGRATOR),
  /** Read the ledger. */
  LEDGER_READ(NETWORK, FEDERATION),
  /** Read figures without persons. */
  REPORT_READ(NETWORK, FEDERATION, AUTHORITY),
  /** See plug-ins, gateways and health. */
  OPERATE(FEDERATION),
  /** See gateways: how they stand, their sessions and channels, what happened there. */
  GATEWAY_READ(RECEPTION, FEDERATION),
  /** End somebody's session while the visit goes on; a desk ends the visit. */
  SESSION_END(FEDERATION),
  /** See the systems of centres, what is known of them, and incidents. */
  ADAPTER_READ(RECEPTION, FEDERATION),
  /** See what the systems of centres guarantee and how fresh they are, and nothing else of them. */
  ADAPTER_LEVEL(RECEPTION, NETWORK, FEDERATION),
  /** Have a centre's own system read now. */
  ADAPTER_POLL(RECEPTION, FEDERATION),
  /** Say that an incident is settled. */
  INCIDENT_SETTLE(RECEPTION, FEDERATION),
  /** Make, list and end the private addresses at which a space's busy times are read. */
  FEED_WRITE(RECEPTION, NETWORK),
  /** Read the feed of changes that one may see. */
  EVENTS_READ(RECEPTION, EMPLOYER, NETWORK, FEDERATION, INTEGRATOR),
  /** Follow and cancel the jobs that one started. */
  JOB_READ(EMPLOYER, NETWORK, FEDERATION, INTEGRATOR),
  /** Make and revoke one's own access tokens. */
  TOKEN_WRITE(MEMBER, RECEPTION, EMPLOYER, NETWORK, FEDERATION, AUTHORITY, INTEGRATOR);

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and its elements are enums
  private final Set<Role> roles;

  Operation(Role first, Role... others) {
    this.roles = java.util.Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  /** Who may do it at all. */
  public Set<Role> roles() {
    return roles;
  }
}
