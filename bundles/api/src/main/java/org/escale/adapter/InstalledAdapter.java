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
 * @param tells digest of the secret by which it may tell what happened at its centre
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
    Optional<String> hook,
    Optional<String> tells)
    implements Word {
  private static final Duration NEAR = Duration.ofSeconds(5);

  /** What whoever holds a secret of the adapter may do by it, and nothing else. */
  public enum Power {
    /** To say that something changed. */
    RING,
    /** To tell what happened at the centre. */
    TELL
  }

  /** Copies the maps. */
  public InstalledAdapter {
    settings = Map.copyOf(settings);
    spaces = Map.copyOf(spaces);
  }

  /** One with what is usual, and no secrets. */
  public InstalledAdapter(
      AdapterId id,
      CentreId centre,
      String kind,
      Map<String, String> settings,
      Map<String, String> spaces,
      Duration poll,
      Duration deadline) {
    this(
        id,
        centre,
        kind,
        settings,
        spaces,
        poll,
        deadline,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  /** How often a space is looked at, by whether it is booked within two hours. */
  public Duration period(boolean bookedSoon) {
    var soon = near.orElse(NEAR);
    return bookedSoon && soon.compareTo(poll) < 0 ? soon : poll;
  }

  /** The same with other settings. */
  public InstalledAdapter with(Map<String, String> other) {
    return new InstalledAdapter(
        id, centre, kind, other, spaces, poll, deadline, near, safety, hook, tells);
  }

  /** The same with another secret for that, or none; the other secret stays. */
  public InstalledAdapter with(Power power, Optional<String> digest) {
    var ring = power == Power.RING ? digest : hook;
    var tell = power == Power.TELL ? digest : tells;
    return new InstalledAdapter(
        id, centre, kind, settings, spaces, poll, deadline, near, safety, ring, tell);
  }

  /** Digest of the secret that gives this power; empty if nobody holds one. */
  public Optional<String> digest(Power power) {
    return power == Power.RING ? hook : tells;
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
