package org.escale.network.cowallonia;

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

/** Coworking spaces of Wallonia stand together, year by year and without a fee. */
@Component(service = {AffiliationRules.class, Rule.class})
public final class CoWallonia implements AffiliationRules<CoWallonia.Joining> {
  private static final Network NETWORK =
      new Network(
          new NetworkId("cowallonia"),
          "CoWallonia",
          Map.of(
              "fr", "Les espaces de coworking de Wallonie, ouverts par un seul pass.",
              "nl", "De coworkingruimtes van Wallonië, open met één enkele pas.",
              "en", "The coworking spaces of Wallonia, opened by a single pass."),
          "#2b8a3e");

  /** The commitment and the yearly fee. */
  public record Joining(Period commitment, Money yearlyFee) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("cowallonia/affiliation/1");
  }

  @Override
  public Joining released() {
    return new Joining(Period.ofYears(1), Money.ZERO);
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
