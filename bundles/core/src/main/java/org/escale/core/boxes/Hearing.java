package org.escale.core.boxes;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.escale.access.Box;
import org.escale.access.BoxReport;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.LinePurses;
import org.escale.caller.Caller;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.presence.LineReplay;
import org.escale.core.snapshot.Snapshots;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes.Beat;
import org.escale.service.Boxes.Held;
import org.escale.service.Boxes.Seen;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What boxes say: signs of life, and what they saw. Safe for many threads. */
@Component(service = Hearing.class)
public final class Hearing {
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_EVENTS = 500;
  private static final Pattern PLACE = Pattern.compile("((booking|desk)/[A-Za-z0-9._:#-]{1,96})?");

  private final Clock clock;
  private final Commits commits;
  private final Snapshots snapshots;
  private final LineReplay replay;
  private final Sampling sampling;

  /** Keeps it there. */
  @Activate
  public Hearing(
      @Reference Clock clock,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference LineReplay replay,
      @Reference Sampling sampling) {
    this.clock = clock;
    this.commits = commits;
    this.snapshots = snapshots;
    this.replay = replay;
    this.sampling = sampling;
  }

  Outcome<GatewayId> beat(Box box, Beat beat) {
    if (!beat.applied().matches("[0-9a-f]{0,64}")) {
      return wrong("applied");
    }
    if (!beat.sample().map(sampling::believable).orElse(true)) {
      return wrong("line");
    }
    var text =
        beat.text().length() > LONGEST_TEXT ? beat.text().substring(0, LONGEST_TEXT) : beat.text();
    var report =
        new BoxReport(box.id(), box.centre(), clock.instant(), beat.applied(), beat.well(), text);
    return commits
        .commit(Caller.NOBODY, () -> Outcome.done(draft(box, report, beat)))
        .map(kept -> box.id());
  }

  /** Noise by which it measures its line. */
  Outcome<Integer> line(Box box, int bytes) {
    return sampling.line(box, bytes);
  }

  /** A sample is to be told at its next round. */
  Outcome<GatewayId> measure(Caller caller, GatewayId id) {
    return sampling.ask(caller, id);
  }

  private Draft<BoxReport> draft(Box box, BoxReport report, Beat beat) {
    return Draft.of(report, revision(box.id()))
        .also(beat.sample().map(sample -> sampling.writes(box, sample)).orElse(List.of()));
  }

  /** Through the same door as every gateway's events: late, doubled and in any order. */
  Outcome<Long> seen(Box box, List<Seen> events) {
    if (events.isEmpty()
        || events.size() > MOST_EVENTS
        || !events.stream().allMatch(Hearing::fits)) {
      return wrong("events");
    }
    try {
      var ordered = events.stream().sorted(Comparator.comparingLong(Seen::sequence));
      replay.take(box.centre(), ordered.map(seen -> told(box.id(), seen)).toList());
      return Outcome.done(events.stream().mapToLong(Seen::sequence).max().orElse(0));
    } catch (IOException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  private static boolean fits(Seen seen) {
    return seen.sequence() > 0
        && Id.SHAPE.matcher(seen.grant()).matches()
        && seen.at().isAfter(Instant.EPOCH)
        && PLACE.matcher(seen.place()).matches()
        && (seen.kind().equals(LineReplay.ADMIT)
            || Arrays.stream(GatewayEvent.Kind.values())
                .anyMatch(k -> k.name().equals(seen.kind())));
  }

  private static LineReplay.Told told(GatewayId box, Seen seen) {
    return new LineReplay.Told(
        box, seen.sequence(), seen.kind(), new GrantId(seen.grant()), seen.at(), seen.place());
  }

  /** What is held back for it. */
  Held held(GatewayId box) {
    return snapshots
        .now()
        .get(LinePurses.class, box)
        .map(purses -> new Held(purses.heldCredit(), purses.heldBudgets()))
        .orElseGet(() -> new Held(Money.ZERO, 0));
  }

  private long revision(GatewayId box) {
    return snapshots.now().kept(BoxReport.class, box).map(Kept::revision).orElse(0L);
  }

  private static <T> Outcome<T> wrong(String field) {
    return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }
}
