package org.escale.core.plugins;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.admission.AdmissionRules;
import org.escale.spi.billing.BillingRules;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Prices;
import org.escale.spi.billing.Rated;
import org.escale.spi.label.Grade;
import org.escale.spi.label.LabelRules;
import org.escale.spi.network.AffiliationRules;
import org.escale.spi.visit.Ending;
import org.escale.spi.visit.Limits;
import org.escale.spi.visit.VisitFacts;
import org.escale.spi.visit.VisitRules;
import org.escale.terms.DatedTerms;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms.Sealed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks rules. Every question names the rule version and the dated terms; the answer is checked, or
 * it is the refusal {@code RULE_MISSING} with what was missing or wrong. Safe for many threads.
 */
@Component(service = Rules.class)
public final class Rules {
  private final PlugIns plugIns;
  private final Snapshots snapshots;

  /** Asks those plug-ins. */
  @Activate
  public Rules(@Reference PlugIns plugIns, @Reference Snapshots snapshots) {
    this.plugIns = plugIns;
    this.snapshots = snapshots;
  }

  /** Whether the network that an affiliation rule speaks for is here. */
  public boolean speakFor(NetworkId network) {
    return plugIns.newest(network, "affiliation").isPresent();
  }

  /** What a centre agrees to when it joins. */
  public Outcome<org.escale.spi.network.Offer> offer(Sealed sealed) {
    return ask(sealed, Rules::affiliation, AffiliationRules::offer, Sane::offer);
  }

  /** The verdict on a centre, criterion by criterion. */
  public Outcome<List<Criterion>> admit(Sealed sealed, CentreFacts facts) {
    return ask(sealed, Rules::admission, (r, t) -> List.copyOf(r.admit(t, facts)), Sane::criteria);
  }

  /** The labels that a centre earns. */
  public Outcome<List<Grade>> grade(Sealed sealed, CentreFacts facts) {
    return ask(sealed, Rules::label, (r, t) -> List.copyOf(r.grade(t, facts)), Sane::grades);
  }

  /** What would be sealed with a booking. */
  public Outcome<Prices> prices(Sealed sealed, org.escale.spi.billing.Offer offer) {
    return ask(sealed, Rules::billing, (r, t) -> r.prices(t, offer), p -> Sane.prices(p, offer));
  }

  /** What the company owes for a record. */
  public Outcome<Rated> charge(Sealed sealed, Facts facts) {
    return ask(sealed, Rules::billing, (r, t) -> r.charge(t, facts), Sane::rated);
  }

  /** What the centre earns by a record. */
  public Outcome<Rated> payout(Sealed sealed, Facts facts) {
    return ask(sealed, Rules::billing, (r, t) -> r.payout(t, facts), Sane::rated);
  }

  /** The limits of a visit, to be shown and sealed. */
  public Outcome<Limits> limits(Sealed sealed) {
    return ask(sealed, Rules::visit, VisitRules::limits, Sane::limits);
  }

  /** How a visit ends if nothing more happens than these facts. */
  public Outcome<Ending> ending(Sealed sealed, VisitFacts facts) {
    return ask(
        sealed, Rules::visit, (r, t) -> r.ending(t, facts), ending -> Sane.ending(ending, facts));
  }

  /** Whether those values can be terms of that rule; {@code INVALID_FIELD} names the component. */
  public Outcome<RuleRef> accepts(RuleRef rule, java.util.Map<String, String> values) {
    return plugIns
        .find(rule)
        .then(found -> found.ask(() -> found.read(values), read -> true))
        .then(read -> read)
        .map(read -> rule);
  }

  private <R extends Rule<?>, A> Outcome<A> ask(
      Sealed sealed,
      java.util.function.Function<Rule<?>, R> contract,
      BiFunction<R, Record, A> question,
      Predicate<A> sane) {
    var dated = snapshots.now().get(DatedTerms.class, sealed.terms());
    if (dated.isEmpty()) {
      return Outcome.refused(Refusal.of(RefusalCode.RULE_MISSING, "terms", sealed.terms().value()));
    }
    return plugIns
        .find(sealed.rule())
        .then(
            found ->
                found.ask(
                    () -> question.apply(contract.apply(found.rule()), found.terms(dated.get())),
                    sane));
  }

  @SuppressWarnings("unchecked") // its terms were read into its own record
  private static AffiliationRules<Record> affiliation(Rule<?> rule) {
    return (AffiliationRules<Record>) rule;
  }

  @SuppressWarnings("unchecked") // its terms were read into its own record
  private static AdmissionRules<Record> admission(Rule<?> rule) {
    return (AdmissionRules<Record>) rule;
  }

  @SuppressWarnings("unchecked") // its terms were read into its own record
  private static LabelRules<Record> label(Rule<?> rule) {
    return (LabelRules<Record>) rule;
  }

  @SuppressWarnings("unchecked") // its terms were read into its own record
  private static BillingRules<Record> billing(Rule<?> rule) {
    return (BillingRules<Record>) rule;
  }

  @SuppressWarnings("unchecked") // its terms were read into its own record
  private static VisitRules<Record> visit(Rule<?> rule) {
    return (VisitRules<Record>) rule;
  }
}
