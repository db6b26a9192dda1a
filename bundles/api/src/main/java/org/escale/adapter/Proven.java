package org.escale.adapter;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * What a system that a centre keeps was found to do, and when; kept until its settings change or it
 * is taken away.
 *
 * @param spaces by space id
 */
public record Proven(AdapterId id, CentreId centre, Map<String, Level> spaces) implements Word {
  /**
   * What was found on one space.
   *
   * @param place what the system called it then
   * @param mode the best truth mode that can be kept there
   */
  public record Level(String place, TruthMode mode, Instant at) {}

  /** Copies the map. */
  public Proven {
    spaces = Map.copyOf(spaces);
  }

  /** The same, with what was found on that space now. */
  public Proven with(SpaceId space, Level level) {
    var all = new java.util.HashMap<>(spaces);
    all.put(space.value(), level);
    return new Proven(id, centre, all);
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value());
  }
}
