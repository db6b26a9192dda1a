package org.escale.billing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Pseudonym;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * What a company owes for one usage record, as rated; append-only.
 *
 * @param seller the network that charges
 * @param when the record's end, which decides the period
 */
public record Charge(
    ChargeId id,
    UsageRecordId usage,
    Pseudonym company,
    NetworkId seller,
    Money amount,
    Because because,
    Instant when)
    implements Word {
  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.company(company), Reader.network(seller));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(
        "usageId", usage.value(), "company", company.value(), "networkId", seller.value());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(when);
  }
}
