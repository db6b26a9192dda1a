package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.client.Entitlement;
import org.escale.core.booking.Deal;
import org.escale.core.connectivity.BoxLines;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Calendar;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds a desk for somebody who comes without a booking: the one that stays free longest. One that
 * is ceded to a box is the box's to give, whether its line is up or not: what the box was told last
 * is not known here, so that both could give it away.
 */
@Component(service = WalkIns.class)
public final class WalkIns {
  /** A desk that is free for less is no place to work. */
  static final Duration LEAST = Duration.ofMinutes(15);

  private static final Duration MOST = Duration.ofHours(24);

  private final Calendar calendar;
  private final Sealing sealing;
  private final BoxLines lines;

  /** A free desk, and until when it is. */
  record Desk(Space space, TimeSlot slot) {}

  /** A desk with what would be agreed. */
  record Offered(Space space, TimeSlot slot, Agreement agreement) {}

  /** In that calendar. */
  @Activate
  public WalkIns(
      @Reference Calendar calendar, @Reference Sealing sealing, @Reference BoxLines lines) {
    this.calendar = calendar;
    this.sealing = sealing;
    this.lines = lines;
  }

  /** The desk that is free longest from {@code at} on, until the centre closes; of equals by id. */
  Optional<Desk> desk(Snapshot snapshot, Place place, Instant at) {
    var closes = place.centre().hours().openUntil(at).orElse(at.plus(LEAST));
    var last = closes.isBefore(at.plus(MOST)) ? closes : at.plus(MOST);
    return last.isAfter(at)
        ? desk(snapshot, place.centre(), new TimeSlot(at, last))
        : Optional.empty();
  }

  /** The desk, not a ceded one, that is free longest of that time; of equals by id. */
  Optional<Desk> desk(Snapshot snapshot, Centre centre, TimeSlot open) {
    var ceded = lines.ceded(centre.id());
    return snapshot.where(Space.class, "centreId", centre.id()).stream()
        .filter(WalkIns::ours)
        .filter(space -> !ceded.contains(space.id()))
        .flatMap(space -> free(space, open).stream())
        .filter(desk -> desk.space().ours(desk.slot()))
        .min(
            Comparator.comparing((Desk desk) -> desk.slot().to())
                .reversed()
                .thenComparing(desk -> desk.space().id().value()));
  }

  /** The desks that are ceded to the centre's boxes, as long as each is free from then on. */
  List<Desk> ceded(Snapshot snapshot, Centre centre, TimeSlot open) {
    return lines.ceded(centre.id()).stream()
        .flatMap(id -> snapshot.get(Space.class, id).stream())
        .sorted(Comparator.comparing(space -> space.id().value()))
        .flatMap(space -> free(space, open).stream())
        .filter(desk -> desk.space().ours(desk.slot()))
        .toList();
  }

  /** That none is free; where some are the box's, how many, and since when it is not heard. */
  Refusal full(CentreId centre) {
    var why = new HashMap<String, String>();
    var ceded = lines.ceded(centre);
    if (!ceded.isEmpty()) {
      why.put("ceded", "" + ceded.size());
      lines.cutSince(centre).ifPresent(since -> why.put("silentSince", since.toString()));
    }
    return new Refusal(RefusalCode.CENTRE_FULL, why);
  }

  /** What that person would agree to for that desk, no longer than the longest visit. */
  Outcome<Offered> offer(Snapshot snapshot, Person person, Place place, Desk desk) {
    return sealing
        .seal(snapshot, deal(person, place, desk))
        .then(
            agreement -> {
              var latest = desk.slot().from().plus(agreement.terms().longestVisit());
              if (!desk.slot().to().isAfter(latest)) {
                return Outcome.done(new Offered(desk.space(), desk.slot(), agreement));
              }
              var shorter = new Desk(desk.space(), new TimeSlot(desk.slot().from(), latest));
              return sealing
                  .seal(snapshot, deal(person, place, shorter))
                  .map(again -> new Offered(shorter.space(), shorter.slot(), again));
            });
  }

  /** That space, as long as it is free from then on. */
  Optional<Desk> free(Space space, TimeSlot wanted) {
    var until =
        calendar.busy(space.id(), wanted).stream()
            .map(TimeSlot::from)
            .findFirst()
            .orElse(wanted.to());
    return Duration.between(wanted.from(), until).compareTo(LEAST) < 0
        ? Optional.empty()
        : Optional.of(new Desk(space, new TimeSlot(wanted.from(), until)));
  }

  private static boolean ours(Space space) {
    return space.kind() == SpaceKind.DESK
        && (space.truth() == TruthMode.FEDERATION || space.truth() == TruthMode.ALLOTMENT);
  }

  private static Deal deal(Person person, Place place, Desk desk) {
    return new Deal(
        place,
        place.way().orElseThrow(),
        desk.space(),
        desk.slot(),
        person.entitlement().map(Entitlement::id));
  }
}
