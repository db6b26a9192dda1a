package org.escale.core.billing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Agreement;
import org.escale.client.Pass;
import org.escale.core.clock.Months;
import org.escale.core.plugins.TermsInForce;
import org.escale.core.snapshot.Snapshot;
import org.escale.money.Money;
import org.escale.terms.Rounding;
import org.escale.terms.Terms;
import org.escale.terms.Terms.Sealed;

/** The record of one month of a pass; pure. */
final class PeriodRecord {
  private PeriodRecord() {}

  /** The producer's key: a pass is counted once for a month. */
  static String producer(Pass pass, YearMonth month) {
    return "pass:" + pass.id() + ":" + month;
  }

  /** The months of that pass that have begun. */
  static List<YearMonth> begun(Pass pass, Months months, Instant now) {
    var validity = pass.validity();
    if (now.isBefore(validity.from())) {
      return List.of();
    }
    var last = now.isBefore(validity.to()) ? now : validity.to().minusSeconds(1);
    var end = months.of(last);
    return Stream.iterate(
            months.of(validity.from()), month -> !month.isAfter(end), month -> month.plusMonths(1))
        .toList();
  }

  /** When the next month of that pass begins, if it has one. */
  static Optional<Instant> nextBegin(Pass pass, Months months, Instant now) {
    if (now.isBefore(pass.validity().from())) {
      return Optional.of(pass.validity().from());
    }
    var next = months.slot(months.of(now)).to();
    return Optional.of(next).filter(begin -> begin.isBefore(pass.validity().to()));
  }

  /** The record; empty while the network of the pass never stated any terms. */
  static Optional<UsageRecord> of(Snapshot snapshot, Pass pass, YearMonth month, Months months) {
    var slot = months.slot(month).common(pass.validity()).orElseThrow();
    var network = pass.network();
    return TermsInForce.at(snapshot, network, "billing", slot.from())
        .map(
            billing -> {
              var visit = TermsInForce.at(snapshot, network, "visit", slot.from());
              var producer = producer(pass, month);
              return new UsageRecord(
                  new UsageRecordId(
                      UUID.nameUUIDFromBytes(producer.getBytes(StandardCharsets.UTF_8)).toString()),
                  UsageRecord.Kind.PERIOD,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  pass.holder(),
                  Optional.empty(),
                  agreement(pass, billing, visit.orElse(billing)),
                  pass.product(),
                  BigDecimal.ONE,
                  "month",
                  slot,
                  Optional.empty(),
                  producer,
                  Optional.empty(),
                  UsageRecord.Chain.NONE);
            });
  }

  private static Agreement agreement(Pass pass, Sealed billing, Sealed visit) {
    var terms =
        new Terms(
            billing,
            visit,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Rounding.EXACT,
            List.of(),
            Money.ZERO);
    return new Agreement(
        pass.network(),
        pass.network(),
        billing,
        terms,
        Optional.of(pass.id()),
        Optional.empty(),
        false);
  }
}
