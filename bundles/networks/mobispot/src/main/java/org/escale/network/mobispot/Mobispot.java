package org.escale.network.mobispot;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.escale.federation.Network;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.spi.network.AffiliationRules;
import org.escale.spi.network.Offer;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** Sell one bill for every place of work: a centre joins the broker for a year at a time. */
@Component(service = {AffiliationRules.class, Rule.class})
public final class Mobispot implements AffiliationRules<Mobispot.Joining> {
  private static final Network NETWORK =
      new Network(
          new NetworkId("mobispot"),
          "Mobispot",
          Map.of(
              "fr", "Un bureau là où vous êtes, une seule facture pour l'entreprise.",
              "nl", "Een bureau waar u bent, één enkele factuur voor de onderneming.",
              "en", "A desk wherever you are, a single invoice for the company."),
          "#d9480f");

  /** The commitment and the yearly fee. */
  public record Joining(Period commitment, Money yearlyFee) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("mobispot/affiliation/1");
  }

  @Override
  public Joining released() {
    return new Joining(Period.ofYears(1), Money.euro("1200.00"));
  }

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Offer offer(Joining terms) {
    return new Offer(terms.commitment(), List.of(terms.yearlyFee()));
  }
}
