package org.escale.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * When an entry of a centre's own calendar makes a space busy, as it was last seen. Nothing new is
 * taken over it; what was taken before stands beside it.
 *
 * @param foreign the adapter's opaque id of the entry
 * @param revision as last seen
 * @param slots when, in order; at least one
 */
public record ForeignTime(
    ForeignTimeId id,
    CentreId centre,
    SpaceId space,
    String foreign,
    String revision,
    List<TimeSlot> slots)
    implements Word {
  /** Copies the slots. */
  public ForeignTime {
    slots = List.copyOf(slots);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "spaceId", space.value());
  }

  @Override
  public Optional<Instant> at() {
    return slots.stream().map(TimeSlot::from).findFirst();
  }
}
