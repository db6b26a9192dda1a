package org.escale.core.centres;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.escale.booking.Booking;
import org.escale.core.connectivity.BoxLines;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Calendar;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which spaces can be promised: free, ceded to us where that is what is booked, not ceded to a box
 * that may give them away without a line (S5), and not held back. Where a centre's system is read
 * late, the last places of a kind are held back as safety. Safe for many threads.
 */
@Component(service = Supply.class)
public final class Supply {
  private final Calendar calendar;
  private final Systems systems;
  private final Snapshots snapshots;
  private final BoxLines lines;

  /** By that calendar. */
  @Activate
  public Supply(
      @Reference Calendar calendar,
      @Reference Systems systems,
      @Reference Snapshots snapshots,
      @Reference BoxLines lines) {
    this.calendar = calendar;
    this.systems = systems;
    this.snapshots = snapshots;
    this.lines = lines;
  }

  /** Since when that centre is cut off: then nothing of it is offered. */
  public Optional<Instant> cutSince(CentreId centre) {
    return lines.cutSince(centre);
  }

  /** Those of them that can be promised during all of {@code slot}. */
  public Set<SpaceId> of(Collection<Space> among, TimeSlot slot) {
    var free = calendar.free(among.stream().map(Space::id).toList(), slot);
    var centres = among.stream().map(Space::centre).collect(Collectors.toSet());
    centres.removeIf(centre -> lines.cutSince(centre).isPresent());
    var ceded =
        centres.stream()
            .flatMap(centre -> lines.ceded(centre).stream())
            .collect(Collectors.toSet());
    return among.stream()
        .filter(space -> free.contains(space.id()) && space.ours(slot))
        .filter(space -> centres.contains(space.centre()) && !ceded.contains(space.id()))
        .filter(Predicate.not(space -> heldBack(space, slot)))
        .map(Space::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Why a booking may not have that time: its desk is ceded to a box ({@code SPACE_TAKEN}). Less of
   * its own time may be had always.
   */
  public Optional<Refusal> ceded(Booking booking, TimeSlot slot) {
    var had = booking.slot();
    var less = !slot.from().isBefore(had.from()) && !slot.to().isAfter(had.to());
    return less || !lines.ceded(booking.centre()).contains(booking.space())
        ? Optional.empty()
        : Optional.of(Refusal.of(RefusalCode.SPACE_TAKEN, "spaceId", booking.space().value()));
  }

  private boolean heldBack(Space space, TimeSlot slot) {
    return Freshness.decidedThere(space)
        && systems
            .keeping(space.centre(), space.id())
            .filter(system -> system.row().safety() > 0)
            .filter(system -> freeOfKind(system, space, slot) <= system.row().safety())
            .isPresent();
  }

  private int freeOfKind(OpenSystem system, Space like, TimeSlot slot) {
    var alike =
        snapshots.now().where(Space.class, "centreId", like.centre()).stream()
            .filter(space -> space.kind() == like.kind() && Freshness.decidedThere(space))
            .map(Space::id)
            .filter(id -> system.row().named(id).isPresent())
            .toList();
    return calendar.free(alike, slot).size();
  }
}
