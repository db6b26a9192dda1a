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
 * @param poll how often a space is looked at, 5 s to 1 day
 * @param deadline how long one call may take, 1 s to 60 s
 * @param near how often a space is looked at that is booked within two hours, 2 s to {@code poll};
 *     5 s, or {@code poll} if that is less, where it is empty
 * @param safety places of each kind that are held back because the system is read late, 0 to 100
 * @param hook digest of the secret by which the system itself may say that something changed
 */
public record InstalledAdapter(
    AdapterId id,
    CentreId centre,
    String kind,
    Map<String, String> settings,
    Map<String, String> spaces,
    Duration poll,
    Duration deadline,
    Optional<Duration> near,
    int safety,
    Optional<String> hook)
    implements Word {
  private static final Duration NEAR = Duration.ofSeconds(5);

  /** Copies the maps. */
  public InstalledAdapter {
    settings = Map.copyOf(settings);
    spaces = Map.copyOf(spaces);
  }

  /** One with what is usual, and no secret. */
  public InstalledAdapter(
      AdapterId id,
      CentreId centre,
      String kind,
      Map<String, String> settings,
      Map<String, String> spaces,
      Duration poll,
      Duration deadline) {
    this(id, centre, kind, settings, spaces, poll, deadline, Optional.empty(), 0, Optional.empty());
  }

  /** How often a space is looked at, by whether it is booked within two hours. */
  public Duration period(boolean bookedSoon) {
    var soon = near.orElse(NEAR);
    return bookedSoon && soon.compareTo(poll) < 0 ? soon : poll;
  }

  /** The same with other settings. */
  public InstalledAdapter with(Map<String, String> other) {
    return new InstalledAdapter(
        id, centre, kind, other, spaces, poll, deadline, near, safety, hook);
  }

  /** The same with another secret, or none. */
  public InstalledAdapter heard(Optional<String> digest) {
    return new InstalledAdapter(
        id, centre, kind, settings, spaces, poll, deadline, near, safety, digest);
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
