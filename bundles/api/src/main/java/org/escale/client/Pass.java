package org.escale.client;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * A flat subscription of one person to a set of centres.
 *
 * @param network who sells it; its billing rule prices each period
 * @param holder the person
 * @param centres where it opens the door at no further charge
 * @param validity from and to when
 */
public record Pass(
    PassId id,
    NetworkId network,
    Guest holder,
    String product,
    Set<CentreId> centres,
    TimeSlot validity)
    implements Word {
  /** Copies the centres. */
  public Pass {
    centres = Set.copyOf(centres);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(
        Reader.member(holder.person()), Reader.company(holder.company()), Reader.network(network));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("networkId", network.value(), "guest", holder.person().value());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(validity.from());
  }
}
