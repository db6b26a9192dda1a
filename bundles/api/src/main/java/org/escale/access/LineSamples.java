package org.escale.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.word.Id;
import org.escale.word.Reader;
import org.escale.word.Word;

/**
 * What the line of a box carried towards the hub, as the box measured it: the last {@value #MOST}
 * samples, the oldest first.
 *
 * @param asked when the operator asked for a sample last; empty where nobody ever did
 */
public record LineSamples(
    GatewayId box, CentreId centre, List<Sample> samples, Optional<Instant> asked) implements Word {
  /** So many are kept: a week of them. */
  public static final int MOST = 28;

  /** So long a box leaves between two samples, but where the operator asks. */
  public static final Duration EVERY = Duration.ofHours(6);

  /** What a line may carry at most, in kbit/s: 100 Gbit/s. */
  public static final long FASTEST = 100_000_000;

  /**
   * One sample, in kbit/s; 0 where the line carried less than 140 kbit/s.
   *
   * @param at by the clock of the box
   */
  public record Sample(Instant at, long downKbps, long upKbps) {
    /** Whether these numbers can be. */
    public boolean possible() {
      return downKbps >= 0 && downKbps <= FASTEST && upKbps >= 0 && upKbps <= FASTEST;
    }
  }

  /** Copies the list. */
  public LineSamples {
    samples = List.copyOf(samples);
  }

  /** None yet. */
  public static LineSamples none(GatewayId box, CentreId centre) {
    return new LineSamples(box, centre, List.of(), Optional.empty());
  }

  /** The newest; empty without any. */
  public Optional<Sample> last() {
    return samples.isEmpty() ? Optional.empty() : Optional.of(samples.get(samples.size() - 1));
  }

  /** The same and one more, if it is newer than all; else the same. */
  public LineSamples with(Sample fresh) {
    if (last().filter(known -> !fresh.at().isAfter(known.at())).isPresent()) {
      return this;
    }
    var all = new ArrayList<>(samples);
    all.add(fresh);
    var kept = all.subList(Math.max(0, all.size() - MOST), all.size());
    return new LineSamples(box, centre, kept, asked);
  }

  /** The same, with a sample asked for at that time. */
  public LineSamples wanted(Instant at) {
    return new LineSamples(box, centre, samples, Optional.of(at));
  }

  @Override
  public Id id() {
    return box;
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
