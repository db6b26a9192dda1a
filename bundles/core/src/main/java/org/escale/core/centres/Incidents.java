package org.escale.core.centres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.escale.adapter.Incident;
import org.escale.adapter.IncidentId;
import org.escale.booking.Booking;
import org.escale.caller.Sight;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.spi.store.Calendar;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Notes incidents, one for each booking and kind: with the nearest equal space of the centre that
 * was free when it was found. Safe for many threads.
 */
@Component(service = Incidents.class)
public final class Incidents {
  private final Words words;
  private final Verdicts verdicts;
  private final Snapshots snapshots;
  private final Calendar calendar;
  private final Clock clock;

  /** Notes them there. */
  @Activate
  public Incidents(
      @Reference Words words,
      @Reference Verdicts verdicts,
      @Reference Snapshots snapshots,
      @Reference Calendar calendar,
      @Reference Clock clock) {
    this.words = words;
    this.verdicts = verdicts;
    this.snapshots = snapshots;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** It is so: noted unless it is known already. */
  void found(Booking booking, Incident.Kind kind, TimeSlot slot) {
    var id = id(booking, kind);
    var known = words.get(Incident.class, id, Sight.PLATFORM);
    if (known.filter(kept -> kept.word().slot().equals(slot)).isPresent()) {
      return;
    }
    var incident =
        new Incident(
            id,
            booking.centre(),
            booking.space(),
            booking.id(),
            kind,
            slot,
            clock.instant(),
            instead(booking),
            Optional.empty());
    verdicts.committed(new Write.Put(incident, known.map(Kept::revision).orElse(0L)));
  }

  /** It is no longer so. */
  void gone(Booking booking, Incident.Kind kind) {
    words
        .get(Incident.class, id(booking, kind), Sight.PLATFORM)
        .filter(kept -> kept.word().settled().isEmpty())
        .ifPresent(
            kept ->
                verdicts.committed(
                    new Write.Put(kept.word().settledAt(clock.instant()), kept.revision())));
  }

  private static IncidentId id(Booking booking, Incident.Kind kind) {
    var name = kind + " " + booking.id().value();
    return new IncidentId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
  }

  private Optional<SpaceId> instead(Booking booking) {
    var snapshot = snapshots.now();
    var lost = snapshot.get(Space.class, booking.space());
    var equal =
        snapshot.where(Space.class, "centreId", booking.centre()).stream()
            .filter(space -> !space.id().equals(booking.space()))
            .filter(space -> lost.filter(l -> equal(l, space)).isPresent())
            .map(Space::id)
            .toList();
    return calendar.free(equal, booking.slot()).stream().min(Comparator.comparing(SpaceId::value));
  }

  private static boolean equal(Space lost, Space other) {
    return other.kind() == lost.kind()
        && other.seats() >= lost.seats()
        && other.features().containsAll(lost.features());
  }
}
