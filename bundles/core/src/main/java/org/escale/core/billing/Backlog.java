package org.escale.core.billing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.escale.billing.Unrated;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Sight;
import org.escale.core.metering.UsageEffects;
import org.escale.service.Progress;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records that still wait for their rating when a run begins. Safe for many threads. */
@Component(service = Backlog.class)
public final class Backlog {
  private static final Duration ALL = Duration.ofDays(400);
  private static final int MOST = 100_000;

  private final Clock clock;
  private final Outbox outbox;
  private final Words words;
  private final RatingDesk desk;

  /**
   * What a dry run would have rated.
   *
   * @param parked what it could not
   */
  record Tried(List<Rated> rated, List<Unrated> parked) {
    /** Nothing waited. */
    static final Tried NOTHING = new Tried(List.of(), List.of());
  }

  /** A record with what it comes to. */
  record Rated(UsageRecord record, Verdict.Priced priced) {}

  /** Of that outbox. */
  @Activate
  public Backlog(
      @Reference Clock clock,
      @Reference Outbox outbox,
      @Reference Words words,
      @Reference RatingDesk desk) {
    this.clock = clock;
    this.outbox = outbox;
    this.words = words;
    this.desk = desk;
  }

  /** Rates all that waits, for good. */
  void rate(Progress progress) {
    var all = waiting();
    int done = 0;
    for (var waiting : all) {
      progress.at(done++, all.size());
      var verdict = desk.rate(new UsageRecordId(waiting.effect().about()));
      if (!(verdict instanceof Verdict.Parked parked && parked.waits())) {
        outbox.done(waiting.effect().key());
      }
    }
  }

  /** What all that waits would come to; nothing is written. */
  Tried tryAll(Progress progress) {
    var rated = new ArrayList<Rated>();
    var parked = new ArrayList<Unrated>();
    var all = waiting();
    int done = 0;
    for (var waiting : all) {
      progress.at(done++, all.size());
      var id = new UsageRecordId(waiting.effect().about());
      words
          .get(UsageRecord.class, id, Sight.PLATFORM)
          .map(Kept::word)
          .ifPresent(
              record -> {
                var verdict = desk.verdict(record);
                if (verdict instanceof Verdict.Priced priced) {
                  rated.add(new Rated(record, priced));
                } else {
                  var reason = ((Verdict.Parked) verdict).reason();
                  var network = record.agreement().contract();
                  parked.add(new Unrated(id, network, reason, clock.instant()));
                }
              });
    }
    return new Tried(rated, parked);
  }

  private List<Outbox.Waiting> waiting() {
    return outbox.due(UsageEffects.RATING, clock.instant().plus(ALL), MOST);
  }
}
