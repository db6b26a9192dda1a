package org.escale.network.mobispot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import org.escale.billing.UsageRecord;
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

/** Pay by the minute what you use, dearer where a third star shines; the centre earns by hours. */
@Component(service = {BillingRules.class, Rule.class})
public final class MobispotBilling implements BillingRules<MobispotBilling.Tariff> {

  /**
   * Prices for the company and earnings of the centre, each for an hour; a share of extras; its
   * zone.
   */
  public record Tariff(
      Money desk,
      Money room,
      Money office,
      Money thirdStar,
      Rate deskEarns,
      Rate roomEarns,
      Rate officeEarns,
      BigDecimal extraShare,
      Duration step,
      Duration overtime,
      Money extrasAllowance,
      ZoneId zone) {}

  @Override
  public RuleRef ref() {
    return new RuleRef("mobispot/billing/1");
  }

  @Override
  public Tariff released() {
    return new Tariff(
        Money.euro("4.00"),
        Money.euro("18.00"),
        Money.euro("8.00"),
        Money.euro("0.50"),
        Rate.euro("3.00"),
        Rate.euro("13.50"),
        Rate.euro("6.00"),
        new BigDecimal("0.90"),
        Duration.ofMinutes(1),
        Duration.ofMinutes(30),
        Money.euro("10.00"),
        ZoneId.of("Europe/Brussels"));
  }

  @Override
  public Prices prices(Tariff tariff, Offer offer) {
    var list = new ArrayList<Price>();
    var hour = covered(offer) ? Money.ZERO : hour(tariff, offer);
    list.add(new Price(MobispotUsage.name(offer.space().kind()), "hour", hour));
    offer.extras().forEach(e -> list.add(new Price(e.kind(), e.unit(), e.price())));
    var longest = offer.slot().length().plus(tariff.overtime());
    var ceiling = new Rate(hour).of(longest).plus(tariff.extrasAllowance());
    return new Prices(list, new Rounding(tariff.step()), ceiling);
  }

  @Override
  public Rated charge(Tariff tariff, Facts facts) {
    var record = facts.record();
    return switch (record.kind()) {
      case TIME -> MobispotUsage.time(facts);
      case NO_SHOW ->
          record.timed() ? MobispotUsage.time(facts) : MobispotUsage.extra(record, BigDecimal.ONE);
      case EXTRA -> MobispotUsage.extra(record, BigDecimal.ONE);
      case PERIOD -> Rated.doubt("Mobispot sells no pass.");
    };
  }

  @Override
  public Rated payout(Tariff tariff, Facts facts) {
    var record = facts.record();
    return switch (record.kind()) {
      case TIME -> earned(tariff, record);
      case NO_SHOW ->
          record.timed()
              ? earned(tariff, record)
              : MobispotUsage.extra(record, tariff.extraShare());
      case EXTRA -> MobispotUsage.extra(record, tariff.extraShare());
      case PERIOD -> Rated.of(Money.ZERO, "A pass itself earns no centre anything.", Map.of());
    };
  }

  private static boolean covered(Offer offer) {
    return offer.pass().filter(p -> p.centres().contains(offer.centre().id())).isPresent();
  }

  private static Money hour(Tariff tariff, Offer offer) {
    var plain =
        switch (offer.space().kind()) {
          case DESK -> tariff.desk();
          case ROOM -> tariff.room();
          case OFFICE -> tariff.office();
        };
    return offer.stars() >= 3 ? plain.plus(tariff.thirdStar()) : plain;
  }

  private static Rated earned(Tariff tariff, UsageRecord record) {
    if (record.spaceKind().isEmpty()) {
      return Rated.doubt("The record does not say what kind of space was used.");
    }
    var rate =
        switch (record.spaceKind().get()) {
          case DESK -> tariff.deskEarns();
          case ROOM -> tariff.roomEarns();
          case OFFICE -> tariff.officeEarns();
        };
    return Rated.of(
        rate.of(record.time()),
        "The centre earns by the time used.",
        Map.of("seconds", record.quantity().toPlainString(), "hour", rate.perHour().toString()));
  }
}
