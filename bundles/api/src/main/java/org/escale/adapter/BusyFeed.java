package org.escale.adapter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.SpaceId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A private address at which any calendar program reads when a space is booked. Whoever knows the
 * address reads; what makes it unguessable is kept nowhere.
 *
 * @param id the hash of the address's secret
 * @param network the centre's own network when the feed was made, which may end it too
 * @param name for which program it is, as whoever made it calls it; 1 to 100 characters
 */
public record BusyFeed(
    FeedId id,
    CentreId centre,
    Optional<NetworkId> network,
    SpaceId space,
    String name,
    Instant createdAt)
    implements Word {

  @Override
  public Set<Reader> readers() {
    return network
        .map(owner -> Set.of(Reader.centre(centre), Reader.network(owner)))
        .orElseGet(() -> Set.of(Reader.centre(centre)));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "spaceId", space.value());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(createdAt);
  }
}
