package org.escale.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.word.Reader;
import org.escale.word.Word;

/** What a network owes one centre for one period, by hours; the records in it make it. */
public record Payout(
    PayoutId id,
    SettlementId settlement,
    CentreId centre,
    NetworkId payer,
    YearMonth period,
    BigDecimal hours,
    Money amount,
    List<UsageRecordId> records,
    Instant issuedAt)
    implements Word {
  /** Copies the records. */
  public Payout {
    records = List.copyOf(records);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.centre(centre), Reader.network(payer));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "centreId", centre.value(),
        "networkId", payer.value(),
        "period", period.toString(),
        "settlementId", settlement.value());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(issuedAt);
  }
}
