package org.escale.core.billing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.escale.billing.Payout;
import org.escale.billing.PayoutId;
import org.escale.billing.PayoutLine;
import org.escale.billing.SettlementId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.money.Money;

/**
 * Puts payout lines together into what each network owes each centre. Lines are whole cents, and a
 * payout is their sum: nothing is left to share out. Their order does not matter (law U6). Pure.
 */
final class PayoutAssembly {
  private record Debt(NetworkId payer, CentreId centre) {}

  private static final Comparator<Debt> ORDER =
      Comparator.comparing((Debt d) -> d.payer().value()).thenComparing(d -> d.centre().value());

  private PayoutAssembly() {}

  /** The payouts of one month, by payer, then centre. */
  static List<Payout> of(List<PayoutLine> lines, YearMonth period, Instant issuedAt) {
    var debts = new TreeMap<Debt, List<PayoutLine>>(ORDER);
    lines.forEach(
        l -> debts.computeIfAbsent(new Debt(l.payer(), l.centre()), d -> new ArrayList<>()).add(l));
    var payouts = new ArrayList<Payout>();
    debts.forEach((debt, owed) -> payouts.add(payout(debt, owed, period, issuedAt)));
    return payouts;
  }

  private static Payout payout(
      Debt debt, List<PayoutLine> owed, YearMonth period, Instant issuedAt) {
    return new Payout(
        new PayoutId(name("payout " + debt.payer() + " " + debt.centre() + " " + period)),
        new SettlementId(name("settlement " + debt.payer() + " " + period)),
        debt.centre(),
        debt.payer(),
        period,
        owed.stream().map(PayoutLine::hours).reduce(BigDecimal.ZERO, BigDecimal::add),
        owed.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus),
        owed.stream()
            .map(PayoutLine::usage)
            .sorted(Comparator.comparing(id -> id.value()))
            .toList(),
        issuedAt);
  }

  private static String name(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
