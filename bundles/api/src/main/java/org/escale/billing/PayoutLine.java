package org.escale.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * What a centre earns by one usage record, as rated; append-only.
 *
 * @param hours hours paid, to the second
 * @param payer the network that pays
 */
public record PayoutLine(
    UsageRecordId usage,
    CentreId centre,
    NetworkId payer,
    BigDecimal hours,
    Money amount,
    Because because,
    Instant when)
    implements Word {
  @Override
  public Id id() {
    return usage;
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.centre(centre), Reader.network(payer));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "networkId", payer.value());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(when);
  }
}
