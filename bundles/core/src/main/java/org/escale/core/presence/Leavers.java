package org.escale.core.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ends the visits of those who work for nobody any more, or for a company that is no more, whoever
 * said so: their sessions are cut, and what they used until now is billed by the rule that was
 * sealed (R07). It looks at what is, so that a restart in between forgets nobody. Run by the
 * Steward alone.
 */
@Component(service = Chore.class)
public final class Leavers implements Chore {
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Closings closings;
  private final Snapshots snapshots;
  private final Clock clock;
  private Object mark = new Object();
  private Optional<Instant> again = Optional.empty();

  /** Of that snapshot. */
  @Activate
  public Leavers(
      @Reference Closings closings, @Reference Snapshots snapshots, @Reference Clock clock) {
    this.closings = closings;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> due() {
    return marked(snapshots.now()).equals(mark) ? again : Optional.of(Instant.MIN);
  }

  @Override
  public void run(Instant now) {
    var snapshot = snapshots.now();
    mark = marked(snapshot);
    again = Optional.empty();
    snapshot.all(Visit.class).stream()
        .filter(visit -> left(snapshot, visit))
        .forEach(visit -> end(visit));
  }

  /** Somebody left, a company did, or somebody came in while leaving. */
  private static List<Object> marked(Snapshot snapshot) {
    return List.of(
        snapshot.mark(Member.class), snapshot.mark(Company.class), snapshot.mark(Visit.class));
  }

  private static boolean left(Snapshot snapshot, Visit visit) {
    return snapshot.where(Member.class, "pseudonym", visit.guest().person()).stream()
        .anyMatch(member -> !member.employed() || ceased(snapshot, member));
  }

  /** Who is late with payment is received no longer, and stays until the visit ends. */
  private static boolean ceased(Snapshot snapshot, Member member) {
    return snapshot
        .get(Company.class, member.company())
        .filter(company -> company.standing() == Company.Standing.CEASED)
        .isPresent();
  }

  private void end(Visit visit) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var wish = new Closings.Wish(Closings.PLATFORM, KnownFacts.checkedOut(now));
    if (closings.close(visit.id(), wish, now) instanceof Outcome.Refused) {
      again = Optional.of(now.plus(AGAIN));
    }
  }
}
