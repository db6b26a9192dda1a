package org.escale.network.smartworkcenters;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.escale.billing.UsageRecord;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.money.Rate;
import org.escale.spi.billing.BillingRules;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Offer;
import org.escale.spi.billing.Prices;
import org.escale.spi.billing.Rated;
import org.escale.terms.Price;
import org.escale.terms.Rounding;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.service.component.annotations.Component;

/** Pay each quarter of an hour begun; the centre earns a share of the cooperative's own price. */
@Component(service = {BillingRules.class, Rule.class})
public final class SmartWorkBilling implements BillingRules<SmartWorkBilling.Tariff> {

  /** Prices for an hour, the centre's share of them, the step, and what a ceiling adds. */
  public record Tariff(
      Money desk,
      Money room,
      Money office,
      BigDecimal centreShare,
      Duration step,
      Duration overtime,
      Money extrasAllowance,
      ZoneId zone) {

    private Money hour(SpaceKind kind) {
      return switch (kind) {
        case DESK -> desk;
        case ROOM -> room;
        case OFFICE -> office;
      };
    }
  }

  @Override
  public RuleRef ref() {
    return new RuleRef("smart-work-centers/billing/1");
  }

  @Override
  public Tariff released() {
    return new Tariff(
        Money.euro("5.00"),
        Money.euro("20.00"),
        Money.euro("9.00"),
        new BigDecimal("0.70"),
        Duration.ofMinutes(15),
        Duration.ofMinutes(45),
        Money.euro("10.00"),
        ZoneId.of("Europe/Brussels"));
  }

  @Override
  public Prices prices(Tariff tariff, Offer offer) {
    var kind = offer.space().kind();
    var pass = offer.pass().filter(p -> p.centres().contains(offer.centre().id()));
    var hour = pass.isPresent() ? Money.ZERO : tariff.hour(kind);
    var list = new ArrayList<Price>();
    list.add(new Price(name(kind), "hour", hour));
    offer.extras().forEach(e -> list.add(new Price(e.kind(), e.unit(), e.price())));
    var longest = new Rate(hour).of(offer.slot().length().plus(tariff.overtime()));
    return new Prices(list, new Rounding(tariff.step()), longest.plus(tariff.extrasAllowance()));
  }

  @Override
  public Rated charge(Tariff tariff, Facts facts) {
    var record = facts.record();
    return switch (record.kind()) {
      case TIME -> time(record);
      case NO_SHOW -> record.timed() ? time(record) : extra(record, BigDecimal.ONE);
      case EXTRA -> extra(record, BigDecimal.ONE);
      case PERIOD -> Rated.doubt("Smart Work Centers sells no pass.");
    };
  }

  @Override
  public Rated payout(Tariff tariff, Facts facts) {
    var record = facts.record();
    return switch (record.kind()) {
      case TIME -> share(tariff, record);
      case NO_SHOW -> record.timed() ? share(tariff, record) : extra(record, tariff.centreShare());
      case EXTRA -> extra(record, tariff.centreShare());
      case PERIOD -> Rated.of(Money.ZERO, "A pass itself earns no centre anything.", Map.of());
    };
  }

  private static Rated time(UsageRecord record) {
    var terms = record.agreement().terms();
    var price = record.spaceKind().flatMap(kind -> terms.price(name(kind)));
    if (price.isEmpty()) {
      return Rated.doubt("No price was agreed for this kind of space.");
    }
    var hour = price.get().each();
    var billed = terms.rounding().up(record.time());
    var figures = Map.of("billedSeconds", "" + billed.toSeconds(), "hour", hour.toString());
    return Rated.of(new Rate(hour).of(billed), "Each quarter of an hour begun.", figures);
  }

  private static Rated share(Tariff tariff, UsageRecord record) {
    if (record.spaceKind().isEmpty()) {
      return Rated.doubt("The record does not say what kind of space was used.");
    }
    var hour = tariff.hour(record.spaceKind().get()).times(tariff.centreShare());
    var figures = Map.of("seconds", record.quantity().toPlainString(), "hour", hour.toString());
    return Rated.of(new Rate(hour).of(record.time()), "A share of the hours used.", figures);
  }

  private static Rated extra(UsageRecord record, BigDecimal share) {
    var price = record.agreement().terms().price(record.of());
    if (price.isEmpty()) {
      return Rated.doubt("No price was agreed for " + record.of() + ".");
    }
    var each = price.get().each();
    var amount = each.times(record.quantity().multiply(share));
    var figures = Map.of("quantity", record.quantity().toPlainString(), "each", each.toString());
    return Rated.of(amount, "So many units at the price agreed.", figures);
  }

  private static String name(SpaceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
