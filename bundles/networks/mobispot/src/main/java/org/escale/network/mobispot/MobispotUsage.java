package org.escale.network.mobispot;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.escale.billing.UsageRecord;
import org.escale.federation.SpaceKind;
import org.escale.money.Rate;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Rated;

/** What one record comes to by the prices that were sealed with it. */
final class MobispotUsage {
  private MobispotUsage() {}

  /** The name of a kind of space in a list of prices. */
  static String name(SpaceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Time by the hour, each begun minute counting; nothing where a pass opened the door. */
  static Rated time(Facts facts) {
    var record = facts.record();
    var terms = record.agreement().terms();
    var price = record.spaceKind().flatMap(kind -> terms.price(name(kind)));
    if (price.isEmpty()) {
      return Rated.doubt("No price was agreed for this kind of space.");
    }
    var each = price.get().each();
    var billed = terms.rounding().up(record.time());
    var pass = each.isZero() && facts.pass().isPresent();
    return Rated.of(
        new Rate(each).of(billed),
        pass ? "Covered by the pass." : "Each begun minute at the price of an hour.",
        Map.of(
            "seconds", record.quantity().toPlainString(),
            "billedSeconds", "" + billed.toSeconds(),
            "hour", each.toString()));
  }

  /** So many units at the price agreed, or a share of it. */
  static Rated extra(UsageRecord record, BigDecimal share) {
    var price = record.agreement().terms().price(record.of());
    if (price.isEmpty()) {
      return Rated.doubt("No price was agreed for " + record.of() + ".");
    }
    var each = price.get().each();
    return Rated.of(
        each.times(record.quantity().multiply(share)),
        "So many units at the price agreed.",
        Map.of(
            "quantity", record.quantity().toPlainString(),
            "each", each.toString(),
            "share", share.toPlainString()));
  }
}
