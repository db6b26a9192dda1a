package org.escale.network.smartworkcenters;

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

/** Join the cooperative for three years: dear in the first, half the price in each that follows. */
@Component(service = {AffiliationRules.class, Rule.class})
public final class SmartWorkCenters implements AffiliationRules<SmartWorkCenters.Joining> {
  private static final Network NETWORK =
      new Network(
          new NetworkId("smart-work-centers"),
          "Smart Work Centers",
          Map.of(
              "fr", "La coopérative des centres de télétravail équipés.",
              "nl", "De coöperatie van uitgeruste telewerkcentra.",
              "en", "The cooperative of well equipped telework centres."),
          "#1864ab");

  /** The commitment, the fee of the first year and of each following one. */
  public record Joining(Period commitment, Money firstYear, Money followingYear) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("smart-work-centers/affiliation/1");
  }

  @Override
  public Joining released() {
    return new Joining(Period.ofYears(3), Money.euro("12000.00"), Money.euro("6000.00"));
  }

  @Override
  public Network network() {
    return NETWORK;
  }

  @Override
  public Offer offer(Joining terms) {
    return new Offer(terms.commitment(), List.of(terms.firstYear(), terms.followingYear()));
  }
}
