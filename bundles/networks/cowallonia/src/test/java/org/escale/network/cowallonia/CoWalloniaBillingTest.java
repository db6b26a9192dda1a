package org.escale.network.cowallonia;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.escale.billing.UsageRecord.Kind;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.spi.billing.BillingRules;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Offer;
import org.escale.tck.billing.BillingRulesContract;
import org.escale.tck.sample.Usages;
import org.escale.tck.sample.Usages.Deal;
import org.junit.Test;

public class CoWalloniaBillingTest extends BillingRulesContract<CoWalloniaBilling.Tariff> {
  @Override
  protected BillingRules<CoWalloniaBilling.Tariff> make() {
    return new CoWalloniaBilling();
  }

  @Test
  public void r36_thePassCosts250AMonth() {
    assertEquals(Optional.of(Money.euro("250.00")), charge(Kind.PERIOD, "1", desk(true)));
  }

  @Test
  public void r35_insideThePassHoursCostNothing() {
    assertEquals(Optional.of(Money.ZERO), charge(Kind.TIME, "28800", desk(true)));
  }

  @Test
  public void r35_elsewhereHoursAreCharged() {
    assertEquals(Optional.of(Money.euro("24.00")), charge(Kind.TIME, "28800", desk(false)));
  }

  @Test
  public void r37_theCentreEarnsByHoursPassOrNot() {
    var record = Usages.record(Kind.TIME, "desk", "28800", deal(desk(true)));
    var paid = subject().payout(subject().released(), new Facts(record, Optional.empty()));
    assertEquals(Optional.of(Money.euro("16.00")), paid.amount());
  }

  @Test
  public void u3_whatWasOrderedForNobodyIsExplicitlyNotCharged() {
    var record = Usages.record(Kind.NO_SHOW, "photocopy", "3", deal(desk(false)));
    var rated = subject().charge(subject().released(), new Facts(record, Optional.empty()));
    assertEquals(Optional.of(Money.ZERO), rated.amount());
    assertEquals("Nobody came, and what was ordered along is not charged.", rated.text());
  }

  private Optional<Money> charge(Kind kind, String quantity, Offer offer) {
    var record = Usages.record(kind, "space", quantity, deal(offer));
    return subject().charge(subject().released(), new Facts(record, offer.pass())).amount();
  }

  private Deal deal(Offer offer) {
    return new Deal(offer, subject().prices(subject().released(), offer));
  }

  private static Offer desk(boolean pass) {
    return Usages.offers().stream()
        .filter(o -> o.space().kind() == SpaceKind.DESK && o.pass().isPresent() == pass)
        .findFirst()
        .orElseThrow();
  }
}
