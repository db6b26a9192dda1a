package org.escale.core.connectivity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.access.Box;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.federation.CentreId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps when a centre is cut off and until when, and says so once in the log; also when it has been
 * for 24 hours, so that its ends are set aside. Time in which the hub itself was not there is held
 * against nobody. Run by the Steward alone.
 */
@Component(service = Chore.class)
public final class LineWatch implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(LineWatch.class);
  private static final Duration ROUND = Duration.ofSeconds(30);

  private final BoxLines lines;
  private final Snapshots snapshots;
  private final Outages outages;
  private final Map<CentreId, Instant> cut = new HashMap<>();
  private final Set<CentreId> given = new HashSet<>();
  private Set<CentreId> watched = Set.of();
  private Instant next = Instant.MIN;
  private Instant began = Instant.MAX;

  /** Of those lines. */
  @Activate
  public LineWatch(
      @Reference BoxLines lines, @Reference Snapshots snapshots, @Reference Outages outages) {
    this.lines = lines;
    this.snapshots = snapshots;
    this.outages = outages;
  }

  @Override
  public Optional<Instant> due() {
    return centres().isEmpty() && cut.isEmpty() ? Optional.empty() : Optional.of(next);
  }

  @Override
  public void run(Instant now) {
    next = now.plus(ROUND);
    boolean first = began.equals(Instant.MAX);
    if (first) {
      outages.open().forEach(kept -> cut.put(kept.word().centre(), kept.word().from()));
      began = now;
    }
    watch(first, now);
    for (var centre : centres()) {
      lines.cutSince(centre).ifPresent(since -> silent(centre, since, now));
    }
    for (var centre : Set.copyOf(cut.keySet())) {
      if (lines.cutSince(centre).isEmpty()) {
        outages.over(centre, lines.heard(centre).orElse(now));
        LOG.info("centre {} is heard again; it was cut off since {}", centre, cut.remove(centre));
        given.remove(centre);
      }
    }
  }

  /** Watched are the lines of boxes that are believed and were heard once. */
  private void watch(boolean first, Instant now) {
    var heard =
        centres().stream().filter(c -> lines.heard(c).isPresent()).collect(Collectors.toSet());
    if (first || !heard.equals(watched)) {
      outages.watchOnly(heard, now);
      heard.forEach(centre -> outages.watch(centre, now));
      watched = heard;
    }
  }

  private void silent(CentreId centre, Instant heard, Instant now) {
    var since = heard.isBefore(began) ? began : heard;
    if (!cut.containsKey(centre) && !now.isBefore(since.plus(BoxLines.SILENT))) {
      outages.began(centre, since);
      cut.put(centre, since);
      LOG.warn("centre {} is cut off: nothing was heard since {}", centre, since);
    }
    if (!now.isBefore(heard.plus(BoxLines.PATIENCE)) && given.add(centre)) {
      LOG.error("centre {} is cut off for 24 h: ends without its box are set aside", centre);
    }
  }

  private Collection<CentreId> centres() {
    return snapshots.now().all(Box.class).stream().map(Box::centre).collect(Collectors.toSet());
  }
}
