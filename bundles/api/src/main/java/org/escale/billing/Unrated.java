package org.escale.billing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.NetworkId;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A usage record that is not rated yet, or not invoiced, and why (laws U3, U8); gone once it is.
 * Also a finding about one that is on paper already: what a gateway told too late shows another
 * end, and somebody must look; gone once the record is corrected.
 */
public record Unrated(UsageRecordId usage, NetworkId network, Refusal reason, Instant since)
    implements Word {
  @Override
  public Id id() {
    return usage;
  }

  /** What a centre's own client does there is told to no network and no operator (E1). */
  @Override
  public Set<Reader> readers() {
    if (reason.code() == RefusalCode.OWN_CLIENT) {
      return Set.of();
    }
    return Set.of(Reader.network(network), Reader.FEDERATION);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("networkId", network.value(), "code", reason.code().name());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(since);
  }
}
