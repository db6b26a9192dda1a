package org.escale.core.boxes;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.escale.access.Box;
import org.escale.access.Box.State;
import org.escale.access.BoxPlan;
import org.escale.access.GatewayId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.connectivity.BoxLines;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes.Ceded;
import org.escale.spi.store.Calendar;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which desks a centre cedes to its boxes. A desk that somebody has, or will have, is not ceded: it
 * would be given away twice. Safe for many threads.
 */
@Component(service = Ceding.class)
public final class Ceding {
  private static final Duration AHEAD = Duration.ofDays(401);

  private final Clock clock;
  private final Commits commits;
  private final Snapshots snapshots;
  private final BoxLines lines;
  private final Calendar calendar;

  /** In that calendar. */
  @Activate
  public Ceding(
      @Reference Clock clock,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference BoxLines lines,
      @Reference Calendar calendar) {
    this.clock = clock;
    this.commits = commits;
    this.snapshots = snapshots;
    this.lines = lines;
    this.calendar = calendar;
  }

  Outcome<Kept<Box>> cede(Caller caller, GatewayId id, int desks, long revision) {
    if (desks < 0 || desks > BoxPlan.MOST_CEDED) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "ceded"));
    }
    return commits.commit(caller, () -> known(id).then(box -> draft(box, desks, revision)));
  }

  private Outcome<Box> known(GatewayId id) {
    return snapshots
        .now()
        .get(Box.class, id)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private Outcome<Draft<Box>> draft(Box box, int desks, long revision) {
    if (box.state() == State.REVOKED) {
      return Outcome.refused(Refusal.of(RefusalCode.WRONG_STATE, "state", State.REVOKED.name()));
    }
    return whileCut(box, desks)
        .or(() -> refusal(box, desks))
        .<Outcome<Draft<Box>>>map(Outcome::refused)
        .orElseGet(
            () ->
                Outcome.done(
                    Draft.of(box.doing(box.plan().ceding(desks)), revision).atAskedRevision()));
  }

  /** A box that is not heard goes on giving away what it was told of. */
  private Optional<Refusal> whileCut(Box box, int desks) {
    return lines
        .cutSince(box.centre())
        .filter(since -> desks < box.plan().ceded())
        .map(since -> Refusal.of(RefusalCode.WRONG_STATE, "silentSince", since.toString()));
  }

  /** {@code WRONG_STATE} while somebody has one of the desks that it would get. */
  Optional<Refusal> refusal(Box box, int desks) {
    return taken(box.centre(), lines.cededWith(box, desks));
  }

  /** {@code WRONG_STATE} where that change would cede a desk that somebody has. */
  public Optional<Refusal> refusal(Space changed) {
    return taken(changed.centre(), lines.cededWith(changed));
  }

  private Optional<Refusal> taken(CentreId centre, Set<SpaceId> after) {
    Set<SpaceId> more = new HashSet<>(after);
    more.removeAll(lines.ceded(centre));
    var now = clock.instant();
    var ahead = new TimeSlot(now, now.plus(AHEAD));
    int bookings = more.stream().mapToInt(desk -> calendar.bookings(desk, ahead).size()).sum();
    return bookings == 0
        ? Optional.empty()
        : Optional.of(Refusal.of(RefusalCode.WRONG_STATE, "bookings", "" + bookings));
  }

  /** What is ceded there, for its own desk and for the operator. */
  Outcome<Ceded> ceded(Caller caller, CentreId centre) {
    var own = caller.standing().centre().filter(centre::equals).isPresent();
    var there = snapshots.now().get(Centre.class, centre).isPresent();
    if (!there || !(own || caller.roles().contains(Role.FEDERATION))) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var boxes = new TreeMap<String, Integer>();
    lines.expected(centre).forEach(box -> boxes.put(box.id().value(), box.plan().ceded()));
    var desks = lines.ceded(centre).stream().sorted((a, b) -> a.value().compareTo(b.value()));
    return Outcome.done(new Ceded(centre, boxes, desks.toList(), lines.cutSince(centre)));
  }
}
