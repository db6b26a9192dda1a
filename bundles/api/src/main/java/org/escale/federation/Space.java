package org.escale.federation;

import java.util.Map;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * A bookable desk, room or office. Each bookable desk is a space of its own.
 *
 * @param name as on its door
 * @param seats people it seats, from 1; by layout where it has layouts
 * @param layouts seats by layout ({@code theatre, u-shape, board}), for rooms
 * @param features what it offers, by code ({@code screen, window, quiet})
 * @param truth who decides whether it is free
 */
public record Space(
    SpaceId id,
    CentreId centre,
    String name,
    SpaceKind kind,
    int seats,
    Map<String, Integer> layouts,
    Set<String> features,
    TruthMode truth)
    implements Word {
  /**
   * Checks the seats.
   *
   * @throws IllegalArgumentException if a space seats fewer than one or more than 2000
   */
  public Space {
    if (seats < 1 || seats > 2000) {
      throw new IllegalArgumentException("a space seats 1 to 2000 people");
    }
    layouts = Map.copyOf(layouts);
    features = Set.copyOf(features);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.EVERYONE);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value(), "kind", kind.name());
  }
}
