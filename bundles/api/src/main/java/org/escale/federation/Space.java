package org.escale.federation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * A bookable desk, room or office. Each bookable desk is a space of its own.
 *
 * @param name as on its door
 * @param seats people it seats, from 1; by layout where it has layouts
 * @param layouts seats by layout ({@code theatre, u-shape, board}), for rooms
 * @param features what it offers, by code ({@code screen, window, quiet})
 * @param truth who decides whether it is free
 * @param ceded the hours that its centre ceded, where that is what is booked ({@code ALLOTMENT});
 *     all of them if empty
 */
public record Space(
    SpaceId id,
    CentreId centre,
    String name,
    SpaceKind kind,
    int seats,
    Map<String, Integer> layouts,
    Set<String> features,
    TruthMode truth,
    Optional<OpeningHours> ceded)
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

  /** One of which all hours are ceded, or none. */
  public Space(
      SpaceId id,
      CentreId centre,
      String name,
      SpaceKind kind,
      int seats,
      Map<String, Integer> layouts,
      Set<String> features,
      TruthMode truth) {
    this(id, centre, name, kind, seats, layouts, features, truth, Optional.empty());
  }

  /** Whether its centre lets us book it then at all. */
  public boolean ours(TimeSlot slot) {
    return truth != TruthMode.ALLOTMENT
        || ceded.isEmpty()
        || ceded.filter(hours -> hours.covers(slot)).isPresent();
  }

  /** What of these times, in order, its centre lets us sell. */
  public List<TimeSlot> sold(List<TimeSlot> open) {
    if (truth != TruthMode.ALLOTMENT || ceded.isEmpty()) {
      return open;
    }
    return open.stream().flatMap(slot -> ceded.get().within(slot).stream()).toList();
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
