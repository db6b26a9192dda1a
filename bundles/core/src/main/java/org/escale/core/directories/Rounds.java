package org.escale.core.directories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.core.steward.Chore;
import org.escale.service.Directories.Counts;
import org.escale.service.Directories.Manner;
import org.escale.service.Directories.Report;
import org.escale.service.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads each directory in its period, on that directory's own threads. Safe for many threads. */
@Component(service = {Rounds.class, Chore.class})
public final class Rounds implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final Sources sources;
  private final Round round;
  private final Clock clock;
  private final Map<OpenSource, Instant> next = new ConcurrentHashMap<>();

  /** Of those directories. */
  @Activate
  public Rounds(@Reference Sources sources, @Reference Round round, @Reference Clock clock) {
    this.sources = sources;
    this.round = round;
    this.clock = clock;
  }

  /** Whether nothing came of it. */
  static boolean quiet(Report report) {
    return quiet(report.companies()) && quiet(report.people());
  }

  private static boolean quiet(Counts counts) {
    return counts.created() + counts.changed() + counts.ended() == 0;
  }

  @Override
  public Optional<Instant> due() {
    return sources.open().stream().map(this::next).min(Comparator.naturalOrder());
  }

  @Override
  public void run(Instant now) {
    next.keySet().retainAll(sources.open());
    for (var source : sources.open()) {
      if (!next(source).isAfter(now)) {
        var began = source.begin(() -> read(source));
        next.put(source, now.plus(began ? source.row().poll() : BUSY));
      }
    }
  }

  private Instant next(OpenSource source) {
    return next.getOrDefault(source, Instant.MIN);
  }

  private void read(OpenSource source) {
    try {
      round.run(source, new Round.How(false, Manner.GUARDED, Progress.NONE));
    } catch (RuntimeException bug) {
      LOG.error("directory {} failed", source.row().id(), bug);
      source.failed("it failed at " + clock.instant());
    }
  }
}
