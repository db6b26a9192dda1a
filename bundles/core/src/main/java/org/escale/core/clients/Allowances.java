package org.escale.core.clients;

import java.util.Optional;
import java.util.Set;
import org.escale.caller.Caller;
import org.escale.client.Company;
import org.escale.client.Entitlement;
import org.escale.client.EntitlementId;
import org.escale.client.Member;
import org.escale.client.Pseudonym;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.core.snapshot.Snapshot;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;

/** Drafts what an employer allows. Pure. */
final class Allowances {
  private static final int MOST = 1000;
  private static final int MOST_STARS = 5;

  private Allowances() {}

  /** A new entitlement at revision 0, or another text of one at that revision. */
  static Outcome<Draft<Entitlement>> entitle(
      Snapshot snapshot, Caller caller, Entitlement says, long revision) {
    if (!isOwn(snapshot, caller, says)
        || snapshot
            .get(Entitlement.class, says.id())
            .filter(old -> !isOwn(snapshot, caller, old))
            .isPresent()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    return Wrong.NOTHING
        .or(says.leastStars() < 0 || says.leastStars() > MOST_STARS, "leastStars")
        .or(says.hours().size() > MOST || emptyDays(says), "hours")
        .or(many(says.zones()), "zones")
        .or(many(says.centres()), "centres")
        .or(many(says.extras()), "extras")
        .or(says.monthlyBudget().filter(Money::isNegative).isPresent(), "monthlyBudget")
        .or(says.monthlyBudget().filter(Allowances::foreign).isPresent(), "monthlyBudget")
        .or(says.group().filter(group -> group.length() > 100).isPresent(), "group")
        .or(says.member().filter(who -> unknown(snapshot, says, who)).isPresent(), "member")
        .orElse(() -> Outcome.done(Draft.of(says, revision).atAskedRevision()));
  }

  /** The entitlement of that id, if it is the caller's company's. */
  static Outcome<Entitlement> own(Snapshot snapshot, Caller caller, EntitlementId id) {
    return snapshot
        .get(Entitlement.class, id)
        .filter(says -> isOwn(snapshot, caller, says))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private static boolean isOwn(Snapshot snapshot, Caller caller, Entitlement says) {
    return caller.standing().company().filter(says.company()::equals).isPresent()
        && snapshot
            .get(Company.class, says.company())
            .filter(company -> company.pseudonym().equals(says.companyPseudonym()))
            .isPresent();
  }

  private static boolean unknown(Snapshot snapshot, Entitlement says, Pseudonym who) {
    return snapshot.where(Member.class, "pseudonym", who).stream()
        .noneMatch(member -> member.company().equals(says.company()));
  }

  private static boolean emptyDays(Entitlement says) {
    return says.hours().stream()
        .anyMatch(
            hours ->
                hours.days().isEmpty()
                    || (!hours.to().equals(java.time.LocalTime.MIDNIGHT)
                        && !hours.from().isBefore(hours.to())));
  }

  private static boolean foreign(Money money) {
    return !money.currency().equals(Money.EUR);
  }

  private static boolean many(Optional<? extends Set<?>> set) {
    return set.filter(all -> all.size() > MOST).isPresent();
  }
}
