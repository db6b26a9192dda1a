package org.escale.service;

import java.util.List;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Entitlement;
import org.escale.client.EntitlementId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pass;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Companies, their people, and what they may. Refusals: {@code NOT_ALLOWED, NOT_FOUND,
 * INVALID_FIELD, ALREADY_EXISTS, CHANGED_MEANWHILE}.
 */
@ProviderType
public interface Clients {
  /** Takes on a client, as a centre its own, as a network its contract. */
  Outcome<Kept<Company>> admit(Caller caller, Company company);

  /** Puts a company in another standing. */
  Outcome<Kept<Company>> stand(Caller caller, CompanyId company, Company.Standing standing);

  /** Adds people to one's company, at most 1000 at once: all or none. */
  Outcome<List<Kept<Member>>> enrol(Caller caller, List<Member> members);

  /** Ends or renews the link between employer and person, from this instant. */
  Outcome<Kept<Member>> employ(Caller caller, MemberId member, boolean employed);

  /**
   * Says what is allowed; replaces the entitlement of that id at that revision, 0 for a new one.
   */
  Outcome<Kept<Entitlement>> entitle(Caller caller, Entitlement entitlement, long revision);

  /** Takes an entitlement back. */
  Outcome<Entitlement> withdraw(Caller caller, EntitlementId entitlement);

  /** Opens a credit account. */
  Outcome<Kept<Credit>> open(Caller caller, Credit credit);

  /** Puts money on a credit; answers the new balance. */
  Outcome<Money> topUp(Caller caller, CreditId credit, Money amount);

  /** What is left on a credit that the caller may see. */
  Outcome<Money> balance(Caller caller, CreditId credit);

  /** What of a credit that the caller may see is held back for centres that are cut off. */
  Outcome<Money> held(Caller caller, CreditId credit);

  /** Sells a pass. */
  Outcome<Kept<Pass>> sell(Caller caller, Pass pass);

  /** Erases a person: the pseudonym stays, everything that says who it is goes. */
  Outcome<MemberId> erase(Caller caller, MemberId member);

  /** The member that a caller means: the given one if visible, else the caller's own. */
  Outcome<Member> member(Caller caller, Optional<MemberId> member);
}
