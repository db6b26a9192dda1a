package org.escale.core.booking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.client.Pass;
import org.escale.core.plugins.PlugIns;
import org.escale.core.plugins.TermsInForce;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Extra;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.billing.Offer;
import org.escale.spi.billing.Prices;
import org.escale.spi.visit.Limits;
import org.escale.terms.Terms;
import org.escale.terms.Terms.Sealed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the agreement that is shown before a booking and sealed with it (law B8): the terms in
 * force at the start of the slot, with the prices and limits that their rules state. Safe for many
 * threads.
 */
@Component(service = Agreements.class)
public final class Agreements {
  private static final String BILLING = "billing";
  private static final String VISIT = "visit";

  private final PriceBook prices;
  private final PlugIns plugIns;
  private final Ties ties;

  /** Looks prices up there. */
  @Activate
  public Agreements(@Reference PriceBook prices, @Reference PlugIns plugIns, @Reference Ties ties) {
    this.prices = prices;
    this.plugIns = plugIns;
    this.ties = ties;
  }

  /** Whether the rules that would be sealed are installed now: who is away offers nothing. */
  public boolean offered(Snapshot snapshot, Deal deal) {
    return deal.byEachWay().stream().anyMatch(way -> here(snapshot, way));
  }

  private boolean here(Snapshot snapshot, Deal deal) {
    return inForce(snapshot, deal.way().contract(), BILLING, deal)
            instanceof Outcome.Done<Sealed> billing
        && plugIns.has(billing.value().rule());
  }

  /**
   * The agreement; {@code RULE_MISSING} where a network states no terms or its rule is away and was
   * not asked before. Of several ways the one with the lowest payout price, then by id (law U7).
   */
  public Outcome<Agreement> seal(Snapshot snapshot, Deal deal) {
    return deal.place().ways().size() > 1
        ? ties.best(deal, way -> sealed(snapshot, way))
        : sealed(snapshot, deal);
  }

  private Outcome<Agreement> sealed(Snapshot snapshot, Deal deal) {
    var way = deal.way();
    return inForce(snapshot, way.contract(), BILLING, deal)
        .then(
            billing ->
                inForce(snapshot, way.contract(), VISIT, deal)
                    .then(visit -> terms(snapshot, deal, billing, visit)))
        .then(
            terms ->
                inForce(snapshot, way.affiliation(), BILLING, deal)
                    .map(payout -> agreement(deal, terms, payout)));
  }

  /** The same agreement for another time: same rules and dated terms, prices of the new slot. */
  public Outcome<Agreement> again(Snapshot snapshot, Agreement sealed, Deal moved) {
    return terms(snapshot, moved.as(sealed), sealed.terms().billing(), sealed.terms().visit())
        .map(
            terms ->
                new Agreement(
                    sealed.contract(),
                    sealed.affiliation(),
                    sealed.payout(),
                    terms,
                    sealed.pass(),
                    sealed.entitlement(),
                    sealed.own()));
  }

  private Outcome<Terms> terms(Snapshot snapshot, Deal deal, Sealed billing, Sealed visit) {
    return prices
        .prices(billing, offer(snapshot, deal))
        .then(answer -> prices.limits(visit).map(limits -> terms(answer, limits, billing, visit)));
  }

  private static Terms terms(Prices prices, Limits limits, Sealed billing, Sealed visit) {
    return new Terms(
        billing,
        visit,
        limits.cancelUntil(),
        limits.noShowAfter(),
        limits.grace(),
        limits.longestVisit(),
        prices.rounding(),
        prices.list(),
        prices.ceiling());
  }

  private static Agreement agreement(Deal deal, Terms terms, Sealed payout) {
    return new Agreement(
        deal.way().contract(),
        deal.way().affiliation(),
        payout,
        terms,
        deal.way().pass().map(Pass::id),
        deal.entitlement(),
        deal.way().own());
  }

  private static Offer offer(Snapshot snapshot, Deal deal) {
    var centre = deal.place().centre();
    List<Extra> extras =
        snapshot.where(Extra.class, "centreId", centre.id()).stream()
            .sorted(Comparator.comparing(extra -> extra.id().value()))
            .toList();
    return new Offer(
        centre, deal.space(), deal.place().stars(), deal.slot(), extras, deal.way().pass());
  }

  private static Outcome<Sealed> inForce(
      Snapshot snapshot, NetworkId network, String contract, Deal deal) {
    Optional<Sealed> found = TermsInForce.at(snapshot, network, contract, deal.slot().from());
    return found
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Refusal.of(
                        RefusalCode.RULE_MISSING, "rule", network.value() + "/" + contract)));
  }
}
