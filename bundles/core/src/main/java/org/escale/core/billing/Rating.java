package org.escale.core.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.escale.billing.Because;
import org.escale.billing.Charge;
import org.escale.billing.ChargeId;
import org.escale.billing.PayoutLine;
import org.escale.billing.UsageRecord;
import org.escale.client.Pass;
import org.escale.core.clock.Months;
import org.escale.core.metering.EndTexts;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Rated;
import org.escale.terms.Terms;

/**
 * Rates one usage record by the rules sealed in it: quotes, rating after check-out and dry runs all
 * come here (law U8). Pure but for the rules it asks; safe for many threads.
 */
final class Rating {
  /** The most that a day of one visit can be; more is set aside, never billed (law E5). */
  private static final Duration MOST = Duration.ofHours(24);

  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
  private static final int HOUR_DECIMALS = 6;

  private final RatingRules rules;

  Rating(RatingRules rules) {
    this.rules = rules;
  }

  /** The name of the charge of a record: a record is charged once. */
  static ChargeId chargeId(UsageRecord record) {
    return new ChargeId(record.id().value());
  }

  /** Rates a record that takes nothing back. */
  Verdict rate(UsageRecord record, Optional<Pass> pass) {
    if (record.agreement().own()) {
      return parked(RefusalCode.OWN_CLIENT, Map.of());
    }
    if (inDoubt(record)) {
      return parked(RefusalCode.NOT_RATED, Map.of("reason", "the times reported are in doubt"));
    }
    var facts = new Facts(record, pass);
    var sealed = record.agreement().terms().billing();
    var charged = rules.charge(sealed, facts);
    if (charged.isEmpty()) {
      return missing(sealed);
    }
    if (charged.get().amount().isEmpty()) {
      return doubt(sealed, charged.get());
    }
    return record.centre().isEmpty()
        ? new Verdict.Priced(charge(record, charged.get()), Optional.empty())
        : payout(facts, charge(record, charged.get()));
  }

  /** The exact opposite of what the record it takes back came to. */
  static Verdict opposite(UsageRecord credit, Verdict.Priced taken) {
    var charge = taken.charge();
    var when = Months.decisive(credit);
    return new Verdict.Priced(
        new Charge(
            chargeId(credit),
            credit.id(),
            charge.company(),
            charge.seller(),
            charge.amount().negated(),
            credited(charge.because(), credit),
            when),
        taken
            .payout()
            .map(
                line ->
                    new PayoutLine(
                        credit.id(),
                        line.centre(),
                        line.payer(),
                        line.hours().negate(),
                        line.amount().negated(),
                        credited(line.because(), credit),
                        when)));
  }

  private Verdict payout(Facts facts, Charge charge) {
    var record = facts.record();
    var sealed = record.agreement().payout();
    var rated = rules.payout(sealed, facts);
    if (rated.isEmpty()) {
      return missing(sealed);
    }
    if (rated.get().amount().isEmpty()) {
      return doubt(sealed, rated.get());
    }
    var line =
        new PayoutLine(
            record.id(),
            record.centre().orElseThrow(),
            record.agreement().affiliation(),
            hours(record),
            rated.get().amount().get(),
            because(sealed, rated.get()),
            Months.decisive(record));
    return new Verdict.Priced(charge, Optional.of(line));
  }

  private static Charge charge(UsageRecord record, Rated rated) {
    return new Charge(
        chargeId(record),
        record.id(),
        record.guest().company(),
        record.agreement().contract(),
        rated.amount().orElseThrow(),
        because(record.agreement().terms().billing(), rated),
        Months.decisive(record));
  }

  private static boolean inDoubt(UsageRecord record) {
    var negative = record.quantity().signum() < 0;
    var tooLong =
        record.kind() == UsageRecord.Kind.TIME && record.slot().length().compareTo(MOST) > 0;
    var said = record.closing().filter(c -> EndTexts.doubtful(c.text())).isPresent();
    return negative || tooLong || said;
  }

  private static BigDecimal hours(UsageRecord record) {
    return record.kind() == UsageRecord.Kind.TIME
        ? record.quantity().divide(HOUR, HOUR_DECIMALS, RoundingMode.HALF_UP)
        : BigDecimal.ZERO;
  }

  private static Because because(Terms.Sealed sealed, Rated rated) {
    return new Because(sealed, rated.text(), rated.figures());
  }

  private static Because credited(Because because, UsageRecord credit) {
    var figures = new java.util.HashMap<>(because.figures());
    figures.put("credits", credit.credits().orElseThrow().value());
    return new Because(because.rule(), "Takes back: " + because.text(), figures);
  }

  private static Verdict missing(Terms.Sealed sealed) {
    return parked(RefusalCode.RULE_MISSING, Map.of("rule", sealed.rule().value()));
  }

  private static Verdict doubt(Terms.Sealed sealed, Rated rated) {
    return parked(
        RefusalCode.NOT_RATED, Map.of("rule", sealed.rule().value(), "reason", rated.text()));
  }

  private static Verdict parked(RefusalCode code, Map<String, String> details) {
    return new Verdict.Parked(new Refusal(code, details));
  }
}
