package org.escale.tck.billing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.escale.billing.UsageRecord.Kind;
import org.escale.money.Money;
import org.escale.spi.billing.BillingRules;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Offer;
import org.escale.spi.billing.Prices;
import org.escale.spi.billing.Rated;
import org.escale.tck.RuleContract;
import org.escale.tck.sample.Usages;
import org.escale.tck.sample.Usages.Deal;
import org.escale.terms.Price;
import org.escale.terms.Rounding;
import org.junit.Test;

/**
 * The rules BI1 to BI7 of {@link BillingRules}.
 *
 * @param <T> the rule's terms
 */
public abstract class BillingRulesContract<T extends Record> extends RuleContract<BillingRules<T>> {
  /** A contract test of billing rules. */
  protected BillingRulesContract() {
    super("billing");
  }

  @Test
  public void bi1_pricesArePureAndNameTheSpaceAndEachExtra() {
    assertPure(Usages.offers(), this::prices);
    for (var offer : Usages.offers()) {
      var names = prices(offer).list().stream().map(Price::of).sorted().toList();
      assertEquals(List.of(kind(offer), "photocopy").stream().sorted().toList(), names);
    }
  }

  @Test
  public void bi1_chargeAndPayoutArePure() {
    assertPure(used(), this::charge);
    assertPure(used(), this::payout);
  }

  @Test
  public void bi2_aCreditIsChargedTheExactOpposite() {
    assertOpposite(this::charge);
  }

  @Test
  public void bi3_aCreditIsPaidOutTheExactOpposite() {
    assertOpposite(this::payout);
  }

  @Test
  public void bi4_whatNoAgreedPriceCoversIsADoubt() {
    for (var offer : Usages.offers()) {
      var unknown = Usages.record(Kind.EXTRA, "helicopter", "1", new Deal(offer, prices(offer)));
      assertEquals(Optional.empty(), charge(new Facts(unknown, offer.pass())).amount());
      var priceless = new Prices(List.of(), Rounding.EXACT, Money.ZERO);
      var time = Usages.record(Kind.TIME, "space", "3600", new Deal(offer, priceless));
      assertEquals(Optional.empty(), charge(new Facts(time, offer.pass())).amount());
    }
  }

  @Test
  public void bi5_aChargeFollowsThePricesThatWereSealed() {
    for (var offer : Usages.offers()) {
      for (var kind : List.of(Kind.TIME, Kind.EXTRA)) {
        assertEquals(Optional.of(Money.ZERO), charged(kind, offer, "0.00"));
        assertNotEquals(charged(kind, offer, "1.00"), charged(kind, offer, "7.00"));
      }
    }
  }

  @Test
  public void bi6_whatWasOrderedAlongAndNotUsedIsRatedByItsUnits() {
    for (var offer : Usages.offers()) {
      for (Function<Facts, Rated> rate :
          List.<Function<Facts, Rated>>of(this::charge, this::payout)) {
        var one = rate.apply(unused(offer, "3600", "1.00"));
        var four = rate.apply(unused(offer, "14400", "1.00"));
        assertEquals(one.amount().map(a -> a.times(BigDecimal.valueOf(4))), four.amount());
        assertEquals("by time", one, rate.apply(unused(offer, "3600", "9.00")));
        assertFalse("says nothing", one.text().isBlank());
      }
    }
  }

  @Test
  public void bi7_aSpacesNameMakesNoDifference() {
    for (var offer : Usages.offers()) {
      var twin = Usages.twin(offer);
      assertEquals(prices(offer), prices(twin));
      var here = Usages.used(new Deal(offer, prices(offer)));
      var there = Usages.used(new Deal(twin, prices(twin)));
      assertEquals(
          here.stream().map(this::charge).toList(), there.stream().map(this::charge).toList());
      assertEquals(
          here.stream().map(this::payout).toList(), there.stream().map(this::payout).toList());
    }
  }

  private static Facts unused(Offer offer, String quantity, String hour) {
    var sealed = sealed(offer, Money.euro(hour), Money.euro("3.00"));
    var record = Usages.record(Kind.NO_SHOW, "photocopy", quantity, new Deal(offer, sealed));
    return new Facts(record, offer.pass());
  }

  private static Prices sealed(Offer offer, Money hour, Money page) {
    var list = List.of(new Price(kind(offer), "hour", hour), new Price("photocopy", "page", page));
    return new Prices(list, Rounding.EXACT, Money.ZERO);
  }

  private Optional<Money> charged(Kind kind, Offer offer, String each) {
    var sealed = sealed(offer, Money.euro(each), Money.euro(each));
    var of = kind == Kind.TIME ? "space" : "photocopy";
    return charge(new Facts(Usages.record(kind, of, "7200", new Deal(offer, sealed)), offer.pass()))
        .amount();
  }

  private void assertOpposite(Function<Facts, Rated> rate) {
    for (var facts : used()) {
      var there = rate.apply(facts).amount();
      var back = rate.apply(Usages.credit(facts)).amount();
      assertEquals(facts.record().id().value(), there.map(Money::negated), back);
    }
    assertFalse(
        "everything is a doubt", used().stream().allMatch(f -> rate.apply(f).amount().isEmpty()));
  }

  private List<Facts> used() {
    return Usages.offers().stream()
        .flatMap(o -> Usages.used(new Deal(o, prices(o))).stream())
        .toList();
  }

  private Prices prices(Offer offer) {
    return subject().prices(subject().released(), offer);
  }

  private Rated charge(Facts facts) {
    return subject().charge(subject().released(), facts);
  }

  private Rated payout(Facts facts) {
    return subject().payout(subject().released(), facts);
  }

  private static String kind(Offer offer) {
    return offer.space().kind().name().toLowerCase(Locale.ROOT);
  }
}
