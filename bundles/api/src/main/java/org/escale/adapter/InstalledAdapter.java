package org.escale.adapter;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceId;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * The link to a system that a centre keeps: the row that the platform opens through its adapter.
 *
 * @param kind the kind of adapter, for example {@code caldav}
 * @param settings the adapter's own settings; secrets encrypted
 * @param spaces what the system calls each of our spaces, by space id; at most 500
 * @param poll how often it is looked at, 5 s to 1 day
 * @param deadline how long one call may take, 1 s to 60 s
 */
public record InstalledAdapter(
    AdapterId id,
    CentreId centre,
    String kind,
    Map<String, String> settings,
    Map<String, String> spaces,
    Duration poll,
    Duration deadline)
    implements Word {
  /** Copies the maps. */
  public InstalledAdapter {
    settings = Map.copyOf(settings);
    spaces = Map.copyOf(spaces);
  }

  /** What the system calls that space; empty if it does not keep it. */
  public Optional<String> named(SpaceId space) {
    return Optional.ofNullable(spaces.get(space.value()));
  }

  @Override
  public Set<Reader> readers() {
    return Set.of(Reader.FEDERATION, Reader.centre(centre));
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("centreId", centre.value());
  }

  @Override
  public String toString() {
    return "InstalledAdapter[" + id + ", " + kind + " at " + centre + "]";
  }
}
