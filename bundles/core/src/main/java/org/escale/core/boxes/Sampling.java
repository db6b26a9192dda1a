package org.escale.core.boxes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.access.Box;
import org.escale.access.GatewayId;
import org.escale.access.LineSamples;
import org.escale.caller.Caller;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the lines of boxes carry, as the boxes measure it. Safe for many threads. */
@Component(service = Sampling.class)
public final class Sampling {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration AHEAD = Duration.ofSeconds(Boxes.CLOCK_SECONDS);

  private final Clock clock;
  private final Commits commits;
  private final Snapshots snapshots;
  private final Map<GatewayId, Used> used = new ConcurrentHashMap<>();

  private record Used(Instant since, int bytes) {
    Used and(Instant now, int more) {
      return now.isBefore(since.plus(HOUR)) ? new Used(since, bytes + more) : new Used(now, more);
    }
  }

  /** Kept there. */
  @Activate
  public Sampling(
      @Reference Clock clock, @Reference Commits commits, @Reference Snapshots snapshots) {
    this.clock = clock;
    this.commits = commits;
    this.snapshots = snapshots;
  }

  /** A box moves no more than the limit in an hour: what is refused counts as well. */
  Outcome<Integer> line(Box box, int bytes) {
    if (bytes < 0 || bytes > Boxes.LINE_PIECE) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "bytes"));
    }
    var none = new Used(clock.instant(), 0);
    var now =
        used.compute(
            box.id(),
            (id, before) -> Optional.ofNullable(before).orElse(none).and(clock.instant(), bytes));
    return now.bytes() > Boxes.LINE_BYTES
        ? Outcome.refused(
            Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "retryAfter", "" + HOUR.toSeconds()))
        : Outcome.done(bytes);
  }

  Outcome<GatewayId> ask(Caller caller, GatewayId id) {
    return commits
        .commit(
            caller,
            () ->
                snapshots
                    .now()
                    .get(Box.class, id)
                    .filter(box -> box.state() == Box.State.ENROLLED)
                    .map(box -> draft(box, known(box).wanted(clock.instant())))
                    .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND)))
        .map(kept -> id);
  }

  /** Since when a sample is wanted of that box; empty where none ever was. */
  Optional<Instant> asked(Box box) {
    return known(box).asked();
  }

  /** Whether those numbers can be, and are not from the future. */
  boolean believable(LineSamples.Sample sample) {
    return sample.possible() && sample.at().isBefore(clock.instant().plus(AHEAD));
  }

  /** What is to be written; nothing where the sample is known. */
  List<Write> writes(Box box, LineSamples.Sample sample) {
    var before = known(box);
    var after = before.with(sample);
    return after.equals(before) ? List.of() : List.of(new Write.Put(after, revision(box)));
  }

  private Outcome<Draft<LineSamples>> draft(Box box, LineSamples samples) {
    return Outcome.done(Draft.of(samples, revision(box)));
  }

  private LineSamples known(Box box) {
    return snapshots
        .now()
        .get(LineSamples.class, box.id())
        .orElseGet(() -> LineSamples.none(box.id(), box.centre()));
  }

  private long revision(Box box) {
    return snapshots.now().kept(LineSamples.class, box.id()).map(Kept::revision).orElse(0L);
  }
}
