package org.escale.adapter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * That a centre's own system told us of something: kept for ever, so that it counts once. What
 * became of it is seen at the booking, or in the adapter's queue.
 *
 * @param told as it was told first
 * @param received when
 */
public record ForeignEvent(
    ForeignEventId id, AdapterId adapter, CentreId centre, CentreEvent told, Instant received)
    implements Word {

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "bookingId", told.bookingId().value());
  }

  @Override
  public Optional<Instant> at() {
    return Optional.of(told.at());
  }
}
