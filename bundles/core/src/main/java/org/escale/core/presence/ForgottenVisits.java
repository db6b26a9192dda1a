package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.core.connectivity.BoxLines;
import org.escale.core.metering.EndTexts;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ends the visits that nobody ended, as their rules say from data: after three days without a
 * Steward the ends are the same (law S3). Run by the Steward alone.
 */
@Component(service = Chore.class)
public final class ForgottenVisits implements Chore {
  /** How often a visit is looked at again whose rule is away, or whose centre is cut off (S5). */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final Closings closings;
  private final Snapshots snapshots;
  private final Hearsay hearsay;
  private Map<VisitId, Planned> planned = Map.of();
  private Object mark = new Object();

  private record Planned(Visit visit, Instant look) {}

  /** Of that snapshot. */
  @Activate
  public ForgottenVisits(
      @Reference Closings closings, @Reference Snapshots snapshots, @Reference Hearsay hearsay) {
    this.closings = closings;
    this.snapshots = snapshots;
    this.hearsay = hearsay;
  }

  @Override
  public Optional<Instant> due() {
    if (snapshots.now().mark(Visit.class) != mark) {
      return Optional.of(Instant.MIN);
    }
    return planned.values().stream().map(Planned::look).min(Comparator.naturalOrder());
  }

  @Override
  public void run(Instant now) {
    var snapshot = snapshots.now();
    mark = snapshot.mark(Visit.class);
    var plans = new HashMap<VisitId, Planned>();
    for (var visit : snapshot.all(Visit.class)) {
      var before = planned.get(visit.id());
      var fresh = before != null && before.visit().equals(visit) && before.look().isAfter(now);
      var plan = fresh ? before : look(visit, now);
      if (plan.look().isAfter(now)) {
        plans.put(visit.id(), plan);
      } else {
        end(visit, now, plans);
      }
    }
    planned = plans;
  }

  private Planned look(Visit visit, Instant now) {
    var end = closings.end(visit, KnownFacts.NOTHING);
    var due = end.ending().due();
    return new Planned(visit, end.byRule() ? due : min(due, now.plus(AGAIN)));
  }

  private void end(Visit visit, Instant now, Map<VisitId, Planned> plans) {
    var due = closings.end(visit, KnownFacts.NOTHING).ending().due();
    boolean heard = !due.isAfter(now) && hearsay.heard(visit, due);
    if (due.isAfter(now) || (!heard && now.isBefore(due.plus(BoxLines.PATIENCE)))) {
      plans.put(visit.id(), new Planned(visit, now.plus(AGAIN)));
      return;
    }
    var doubt = heard ? Optional.<String>empty() : Optional.of(EndTexts.NOT_HEARD);
    var wish = new Closings.Wish(Closings.PLATFORM, KnownFacts.NOTHING, doubt);
    if (closings.close(visit.id(), wish, now) instanceof org.escale.refusal.Outcome.Refused) {
      plans.put(visit.id(), new Planned(visit, now.plus(AGAIN)));
    }
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
