package org.escale.network.cowallonia;

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

/** One flat pass a month opens eight doors; without it, pay by the second; hosts earn by hours. */
@Component(service = {BillingRules.class, Rule.class})
public final class CoWalloniaBilling implements BillingRules<CoWalloniaBilling.Tariff> {

  /** The pass for a month, prices for an hour, what an hour earns, and what a ceiling adds. */
  public record Tariff(
      Money passMonth,
      Money desk,
      Money closedSpace,
      Rate deskEarns,
      Rate closedSpaceEarns,
      Duration overtime,
      Money extrasAllowance,
      ZoneId zone) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("cowallonia/billing/1");
  }

  @Override
  public Tariff released() {
    return new Tariff(
        Money.euro("250.00"),
        Money.euro("3.00"),
        Money.euro("12.00"),
        Rate.euro("2.00"),
        Rate.euro("9.00"),
        Duration.ofMinutes(30),
        Money.euro("10.00"),
        ZoneId.of("Europe/Brussels"));
  }

  @Override
  public Prices prices(Tariff tariff, Offer offer) {
    var kind = offer.space().kind();
    var pass = offer.pass().filter(p -> p.centres().contains(offer.centre().id()));
    var plain = kind == SpaceKind.DESK ? tariff.desk() : tariff.closedSpace();
    var hour = pass.isPresent() ? Money.ZERO : plain;
    var list = new ArrayList<Price>();
    list.add(new Price(name(kind), "hour", hour));
    offer.extras().forEach(e -> list.add(new Price(e.kind(), e.unit(), e.price())));
    var longest = new Rate(hour).of(offer.slot().length().plus(tariff.overtime()));
    return new Prices(list, Rounding.EXACT, longest.plus(tariff.extrasAllowance()));
  }

  @Override
  public Rated charge(Tariff tariff, Facts facts) {
    var record = facts.record();
    return switch (record.kind()) {
      case TIME -> time(facts);
      case NO_SHOW -> record.timed() ? time(facts) : unused(record);
      case EXTRA -> extra(record);
      case PERIOD ->
          Rated.of(
              tariff.passMonth().times(record.quantity()),
              "One flat price for each month begun, whatever the hours.",
              Map.of(
                  "months", record.quantity().toPlainString(),
                  "month", tariff.passMonth().toString()));
    };
  }

  @Override
  public Rated payout(Tariff tariff, Facts facts) {
    var record = facts.record();
    return switch (record.kind()) {
      case TIME -> earned(tariff, record);
      case NO_SHOW -> record.timed() ? earned(tariff, record) : unused(record);
      case EXTRA -> extra(record);
      case PERIOD -> Rated.of(Money.ZERO, "A pass itself earns no centre anything.", Map.of());
    };
  }

  private static Rated time(Facts facts) {
    var record = facts.record();
    var terms = record.agreement().terms();
    var price = record.spaceKind().flatMap(kind -> terms.price(name(kind)));
    if (price.isEmpty()) {
      return Rated.doubt("No price was agreed for this kind of space.");
    }
    var hour = price.get().each();
    var pass = hour.isZero() && facts.pass().isPresent();
    return Rated.of(
        new Rate(hour).of(terms.rounding().up(record.time())),
        pass ? "Covered by the pass." : "By the second, at the price of an hour.",
        Map.of("seconds", record.quantity().toPlainString(), "hour", hour.toString()));
  }

  private static Rated earned(Tariff tariff, UsageRecord record) {
    if (record.spaceKind().isEmpty()) {
      return Rated.doubt("The record does not say what kind of space was used.");
    }
    var desk = record.spaceKind().get() == SpaceKind.DESK;
    var rate = desk ? tariff.deskEarns() : tariff.closedSpaceEarns();
    return Rated.of(
        rate.of(record.time()),
        "The centre earns by the time used, pass or not.",
        Map.of("seconds", record.quantity().toPlainString(), "hour", rate.perHour().toString()));
  }

  private static Rated unused(UsageRecord record) {
    return Rated.of(
        Money.ZERO,
        "Nobody came, and what was ordered along is not charged.",
        Map.of("quantity", record.quantity().toPlainString()));
  }

  private static Rated extra(UsageRecord record) {
    var price = record.agreement().terms().price(record.of());
    if (price.isEmpty()) {
      return Rated.doubt("No price was agreed for " + record.of() + ".");
    }
    var each = price.get().each();
    return Rated.of(
        each.times(record.quantity()),
        "So many units at the price agreed, all for the centre.",
        Map.of("quantity", record.quantity().toPlainString(), "each", each.toString()));
  }

  private static String name(SpaceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
