package org.escale.core.connectivity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.access.Box;
import org.escale.access.BoxReport;
import org.escale.access.GatewayId;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The lines between the hub and the boxes of centres (law S5). A box tells what it saw before it
 * tells that it lives: what happened until its last sign of life is known. A box that was never
 * heard has been told nothing, and lets in nobody by itself. From memory; safe for many threads.
 */
@Component(service = BoxLines.class)
public final class BoxLines {
  /** A box that says nothing for so long, four of its rounds, is cut off. */
  public static final Duration SILENT = Duration.ofMinutes(2);

  /** How long what is overdue waits for a box that is cut off. */
  public static final Duration PATIENCE = Duration.ofHours(24);

  private final Clock clock;
  private final Snapshots snapshots;

  /** By that clock. */
  @Activate
  public BoxLines(@Reference Clock clock, @Reference Snapshots snapshots) {
    this.clock = clock;
    this.snapshots = snapshots;
  }

  /** When the box of that centre was last heard that has been silent longest; empty without any. */
  public Optional<Instant> heard(CentreId centre) {
    return boxes(centre).stream()
        .flatMap(box -> snapshots.now().get(BoxReport.class, box.id()).stream())
        .map(BoxReport::heard)
        .min(Comparator.naturalOrder());
  }

  /** Since when the centre is cut off; empty where it is heard, or has no box. */
  public Optional<Instant> cutSince(CentreId centre) {
    return heard(centre).filter(this::silent);
  }

  /** When that box was last heard; empty where it never was. */
  public Optional<Instant> heard(GatewayId box) {
    return snapshots.now().get(BoxReport.class, box).map(BoxReport::heard);
  }

  /** Whether that box is cut off; one that was never heard is not. */
  public boolean cut(GatewayId box) {
    return heard(box).filter(this::silent).isPresent();
  }

  /** Whether it is too long ago that a box was heard then. */
  boolean silent(Instant heard) {
    return !clock.instant().isBefore(heard.plus(SILENT));
  }

  /** How long ago that was. */
  public long secondsSince(Instant at) {
    return Duration.between(at, clock.instant()).toSeconds();
  }

  /** Whether all is known that the boxes of that centre saw until {@code at}. */
  public boolean heardUntil(CentreId centre, Instant at) {
    return heard(centre).filter(heard -> heard.isBefore(at)).isEmpty();
  }

  /** Whether what was due at {@code at} has waited long enough for a box, heard or not. */
  public boolean waitedFor(CentreId centre, Instant at) {
    return heardUntil(centre, at) || !clock.instant().isBefore(at.plus(PATIENCE));
  }

  /**
   * The desks that the hub sells to nobody ahead, because a box may give them away: the last ones
   * by their ids; from when the box is expected on.
   */
  public Set<SpaceId> ceded(CentreId centre) {
    return last(centre, places(centre));
  }

  /** The desks that would be ceded if {@code box} had {@code desks} of them. */
  public Set<SpaceId> cededWith(Box box, int desks) {
    var others = expected(box.centre()).stream().filter(other -> !other.id().equals(box.id()));
    return last(box.centre(), desks + others.mapToInt(other -> other.plan().ceded()).sum());
  }

  /** The boxes of a centre that are known, or awaited with a token that still counts. */
  public List<Box> expected(CentreId centre) {
    return snapshots.now().where(Box.class, "centreId", centre).stream()
        .filter(box -> box.state() == Box.State.ENROLLED || awaited(box))
        .toList();
  }

  private boolean awaited(Box box) {
    return box.state() == Box.State.AWAITED && clock.instant().isBefore(box.until());
  }

  /** The desks that would be ceded if that space were kept as it is there. */
  public Set<SpaceId> cededWith(Space changed) {
    var others =
        snapshots.now().where(Space.class, "centreId", changed.centre()).stream()
            .filter(space -> !space.id().equals(changed.id()));
    return last(Stream.concat(others, Stream.of(changed)), places(changed.centre()));
  }

  private int places(CentreId centre) {
    return expected(centre).stream().mapToInt(box -> box.plan().ceded()).sum();
  }

  private Set<SpaceId> last(CentreId centre, int places) {
    return places == 0
        ? Set.of()
        : last(snapshots.now().where(Space.class, "centreId", centre).stream(), places);
  }

  private static Set<SpaceId> last(Stream<Space> all, int places) {
    return all.filter(BoxLines::ours)
        .map(Space::id)
        .sorted(Comparator.comparing(SpaceId::value).reversed())
        .limit(places)
        .collect(Collectors.toSet());
  }

  /** Desks for which no system but ours decides. */
  private static boolean ours(Space space) {
    return space.kind() == SpaceKind.DESK
        && (space.truth() == TruthMode.FEDERATION || space.truth() == TruthMode.ALLOTMENT);
  }

  private List<Box> boxes(CentreId centre) {
    return snapshots.now().where(Box.class, "centreId", centre).stream()
        .filter(box -> box.state() == Box.State.ENROLLED)
        .toList();
  }
}
